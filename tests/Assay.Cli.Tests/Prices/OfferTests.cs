using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Prices;

public sealed class OfferTests : IDisposable
{
    private readonly TempFolder folder = new();

    private Shell Shell => Shell.Bare
        .With("XDG_CONFIG_HOME", folder.Sub("config")).With("XDG_CACHE_HOME", folder.Sub("cache"));

    private string ListFile => Path.Combine(folder.Sub("config"), "assay", "prices", "price-list.jsonc");

    [Fact]
    public async Task A_model_of_tomorrow_has_a_price_after_an_update_and_no_release()
    {
        var offer = Offer(("KIMI", "USW2-moonshotai.kimi-k9-mantle-input-tokens-standard", "0.0006", "us-west-2"));
        (await Shell.RunAsync("prices", "show", "--model", "moonshotai.kimi-k9")).Refuses(1, "unknown");
        (await Shell.RunAsync("prices", "update", "--from", offer, "--dry-run")).EndsWith(0);
        Assert.False(File.Exists(ListFile));

        (await Shell.RunAsync("prices", "update", "--from", offer)).EndsWith(0);
        var shown = (await Shell.RunAsync("prices", "show", "--model", "moonshotai.kimi-k9", "--region", "us-west-2")).EndsWith(0).Out;
        var again = (await Shell.RunAsync("prices", "update", "--from", offer)).EndsWith(0).Out;

        Assert.Contains("input 0.6", shown, StringComparison.Ordinal);
        Assert.Contains("0 are new or changed", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_update_ends_the_first_one_s_period_and_keeps_it()
    {
        const string usage = "USE1-NovaLite-input-tokens";
        await Shell.RunAsync("prices", "update", "--from", Offer(("A", usage, "0.00007", "us-east-1")));
        (await Shell.RunAsync("prices", "update", "--from", Offer("2026-12-01", ("A", usage, "0.00008", "us-east-1")))).EndsWith(0);

        Assert.Equal("0.06 0.07 0.08", string.Join(' ', await Input("2026-10-31"), await Input("2026-11-15"), await Input("2026-12-01")));
    }

    [Fact]
    public async Task Verify_tells_the_dollars_of_the_ledger_s_own_tokens()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World, new());
        var ledger = folder.Sub("a.duckdb");
        var report = (await Everything.At(aws).RunAsync([.. Everything.Scan, "--ledger", ledger])).Report;
        // The EU profile's price at twice what it is: the same dollars again for its prompts.
        var model = report.Row(Everything.Nova);
        var price = JsonDocument.Parse((await Shell.RunAsync("prices", "show", "--model", Everything.Nova, "--region", "eu-west-1", "--tier", "standard", "--format", "json")).Out)
            .RootElement.GetProperty("rates").EnumerateArray().Single(rate => rate.GetProperty("kind").GetString() == "input")
            .GetProperty("usdPerMillion").GetDecimal();
        var offer = Offer(("A", "EUW1-NovaPro-input-tokens-geo", $"{price * 2 / 1000}", "eu-west-1"));

        var ran = (await Shell.RunAsync("prices", "verify", "--from", offer, "--ledger", ledger, "--format", "json")).EndsWith(3);
        await Python.ValidateAsync(ran.Out, "assay.prices.differences.1");
        var found = JsonDocument.Parse(ran.Out).RootElement.GetProperty("differences").EnumerateArray()
            .Single(each => each.GetProperty("afterUsdPerMillion").ValueKind == JsonValueKind.Number);

        var tokens = model.Count("inputTokens")!.Value;
        Assert.Equal(price * 2, found.GetProperty("afterUsdPerMillion").GetDecimal());
        Assert.Equal(tokens * price / 1_000_000, found.GetProperty("ledgerUsd").GetDecimal());
        Assert.Contains("on your tokens", (await Shell.RunAsync("prices", "verify", "--from", offer, "--ledger", ledger)).EndsWith(3).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ends_well_where_nothing_differs()
    {
        var plain = JsonDocument.Parse((await Shell.RunAsync("prices", "list", "--format", "json")).Out).RootElement
            .GetProperty("rates").EnumerateArray()
            .Where(rate => rate.GetProperty("region").GetString() == "us-east-1" && rate.GetProperty("to").ValueKind == JsonValueKind.Null)
            .GroupBy(rate => rate.GetProperty("model").GetString()!)
            .First(model => model.Count() == 2 && model.Select(rate => $"{rate.GetProperty("scope")} {rate.GetProperty("tier")} {rate.GetProperty("kind")}")
                .Order().SequenceEqual(["in-region standard input", "in-region standard output"]));
        var offer = Offer([.. plain.Select(rate => (
            rate.GetProperty("kind").GetString()!, $"USE1-{plain.Key}-mantle-{rate.GetProperty("kind")}-tokens-standard",
            $"{rate.GetProperty("usdPerMillion").GetDecimal() / 1000}", "us-east-1"))]);

        Assert.Contains("0 differences", (await Shell.RunAsync("prices", "verify", "--from", offer)).EndsWith(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_tells_what_an_update_changed()
    {
        await Shell.RunAsync("prices", "update", "--from", Offer(("A", "USE1-NovaLite-input-tokens", "0.00007", "us-east-1")));
        var text = (await Shell.RunAsync("prices", "diff", "bundled", "current")).EndsWith(0).Out;
        var json = (await Shell.RunAsync("prices", "diff", "bundled", "current", "--format", "json")).EndsWith(0).Out;

        Assert.Contains("in-region · standard · input: 0.06 → 0.07 from 2026-11-01", text, StringComparison.Ordinal);
        await Python.ValidateAsync(json, "assay.prices.differences.1");
        Assert.Contains("0 differences", (await Shell.RunAsync("prices", "diff", "bundled", "bundled")).EndsWith(0).Out, StringComparison.Ordinal);
        (await Shell.RunAsync("prices", "diff", "bundled", "/nowhere")).Refuses(2, "no book");
    }

    [Fact]
    public async Task Capacity_model_units_and_queries_of_an_offer_have_a_price_after_an_update_and_the_file_keeps_the_schema()
    {
        var offer = JsonNode.Parse(await File.ReadAllTextAsync(Offer(
            ("PT", "USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits", "77", "us-east-1"),
            ("RESERVED", "USE1-NovaPro-Reserved_3Month_InputTPM_Geo", "250", "us-east-1"),
            ("TOO-MUCH", "USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits", "77000", "us-east-1"))))!;
        SetUnit(offer, "PT", "hour");
        SetUnit(offer, "RESERVED", "1M TPM Hour");
        SetUnit(offer, "TOO-MUCH", "hour");
        var file = folder.Sub("units.json");
        await File.WriteAllTextAsync(file, offer.ToJsonString());
        var ran = (await Shell.RunAsync("prices", "update", "--from", file)).EndsWith(4);
        var shown = (await Shell.RunAsync("prices", "show", "--model", "amazon.nova-pro-v1:0", "--region", "us-east-1")).EndsWith(0).Out;
        var again = (await Shell.RunAsync("prices", "update", "--from", file)).EndsWith(4).Out;

        Assert.Contains("TOO-MUCH USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits: its price is above", ran.Error, StringComparison.Ordinal);
        Assert.Contains("77", shown, StringComparison.Ordinal);
        Assert.Contains("reserved-input-1k-tpm-hour", shown, StringComparison.Ordinal);
        Assert.Contains("2 by other units than tokens, 0 are new or changed", again, StringComparison.Ordinal);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(ListFile), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip });
        await Python.ValidateByAsync(written!.ToJsonString(), "prices/schema.json");
    }

    /// <summary>60.50 and 0.198 are the book's; the rows say 77 and 0.25.</summary>
    [Fact]
    public async Task Verify_and_diff_tell_hours_of_model_units_and_capacity_and_say_what_they_leave_out()
    {
        var offer = JsonNode.Parse(await File.ReadAllTextAsync(Offer(
            ("PT", "USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "77", "us-east-1"),
            ("RESERVED", "USE1-ClaudeSonnet4.5-Reserved_1Month_InputTPM_Geo", "250", "us-east-1"),
            ("STORAGE", "USE1-NovaPro-Customization-Storage", "1.95", "us-east-1"))))!;
        SetUnit(offer, "PT", "hour");
        SetUnit(offer, "RESERVED", "1M TPM Hour");
        var file = folder.Sub("units.json");
        await File.WriteAllTextAsync(file, offer.ToJsonString());

        var verified = (await Shell.RunAsync("prices", "verify", "--from", file, "--format", "json")).EndsWith(3).Out;
        var table = (await Shell.RunAsync("prices", "verify", "--from", file)).EndsWith(3).Out;
        await Shell.RunAsync("prices", "update", "--from", file);
        var compared = (await Shell.RunAsync("prices", "diff", "bundled", "current", "--format", "json")).EndsWith(0).Out;

        await Python.ValidateAsync(verified, "assay.prices.differences.1");
        await Python.ValidateAsync(compared, "assay.prices.differences.1");
        string[] told = ["model-unit-hour none 60.5 77", "reserved-input-1k-tpm-hour 1-month 0.198 0.25"];
        Assert.Equal(told, Units(verified));
        Assert.Equal(told, Units(compared));
        Assert.Contains("geo · reserved-input-1k-tpm-hour · 1-month: 0.198 → 0.25 from 2026-11-01", table, StringComparison.Ordinal);
        Assert.Contains("not compared: 1 of customization", table, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(compared).RootElement.GetProperty("notCompared").GetArrayLength());
    }

    private static IEnumerable<string> Units(string json) =>
        from unit in JsonDocument.Parse(json).RootElement.GetProperty("units").EnumerateArray()
        where unit.GetProperty("afterUsd").ValueKind == JsonValueKind.Number
        select string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{unit.GetProperty("unit")} {unit.GetProperty("term")} {unit.GetProperty("beforeUsd").GetDecimal():0.####} {unit.GetProperty("afterUsd").GetDecimal():0.####}");

    [Fact]
    public async Task What_can_t_be_trusted_is_set_aside_and_told_and_the_rest_is_taken()
    {
        var offer = Offer(
            ("NEG", "USE1-NovaPro-input-tokens", "-1", "us-east-1"), ("GOOD", "USE1-NovaLite-input-tokens", "0.00007", "us-east-1"));
        var ran = (await Shell.RunAsync("prices", "update", "--from", offer)).EndsWith(4);

        Assert.Contains("NEG USE1-NovaPro-input-tokens: its price is negative", ran.Error, StringComparison.Ordinal);
        Assert.Equal("0.07", await Input("2026-11-20"));
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{\"offerCode\":\"AmazonEC2\"}", "offer of AmazonEC2")]
    [InlineData("\u001b[2J", "no valid JSON")]
    public async Task A_file_that_is_no_offer_is_refused(string content, string why)
    {
        var file = folder.Sub("bad.json");
        await File.WriteAllTextAsync(file, content);
        var ran = await Shell.RunAsync("prices", "update", "--from", file);
        ran.Refuses(1, "no price was found", content.Length == 0 ? "bad.json" : why);
        Assert.False(File.Exists(ListFile));
    }

    [Fact]
    public async Task A_body_of_200_MB_of_nothing_ends_in_a_reason()
    {
        var file = folder.Sub("big.json");
        await using (var big = File.Create(file))
        {
            big.SetLength(300L << 20);
        }

        (await Shell.RunAsync("prices", "verify", "--from", file)).Refuses(1, "larger than");
    }

    [Fact]
    public async Task Overrides_that_overlap_are_an_error_with_both_places()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ListFile)!);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(ListFile)!, "overrides.jsonc"), """
            { "schema": "assay.prices.overrides/1", "overrides": [
              { "model": "*", "from": "2026-11-01", "discount": 0.1 },
              { "model": "amazon.nova-pro-v1:0", "from": "2026-11-10", "to": "2026-11-12", "usdPerMillion": { "input": 0.5 } } ] }
            """);

        (await Shell.RunAsync("prices", "list")).Refuses(2, "overrides[0]", "overrides[1]");
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> Input(string day)
    {
        var ran = await Shell.RunAsync(
            "prices", "show", "--model", "amazon.nova-lite-v1:0", "--region", "us-east-1", "--scope", "in-region", "--tier", "standard", "--at", day, "--format", "json");
        return JsonDocument.Parse(ran.EndsWith(0).Out).RootElement.GetProperty("rates").EnumerateArray()
            .Single(rate => rate.GetProperty("kind").GetString() == "input").GetProperty("usdPerMillion").GetRawText();
    }

    private string Offer(params (string Sku, string Usage, string Usd, string Region)[] rows) => Offer("2026-11-01", rows);

    private string Offer(string effective, params (string Sku, string Usage, string Usd, string Region)[] rows)
    {
        var (products, terms) = (new JsonObject(), new JsonObject());
        foreach (var (sku, usage, usd, region) in rows)
        {
            products[sku] = new JsonObject
            {
                ["attributes"] = new JsonObject { ["regionCode"] = region, ["usagetype"] = usage },
            };
            terms[sku] = new JsonObject
            {
                ["T"] = new JsonObject
                {
                    ["effectiveDate"] = effective + "T00:00:00Z",
                    ["priceDimensions"] = new JsonObject
                    {
                        ["D"] = new JsonObject
                        {
                            ["unit"] = "1K tokens",
                            ["beginRange"] = "0",
                            ["endRange"] = "Inf",
                            ["pricePerUnit"] = new JsonObject { ["USD"] = usd },
                        },
                    },
                },
            };
        }

        var file = folder.Sub($"offer-{Guid.CreateVersion7()}.json");
        File.WriteAllText(file, new JsonObject
        {
            ["offerCode"] = "AmazonBedrock",
            ["publicationDate"] = effective[..8] + "20T00:00:00Z",
            ["products"] = products,
            ["terms"] = new JsonObject { ["OnDemand"] = terms },
        }.ToJsonString());
        return file;
    }

    private static void SetUnit(JsonNode offer, string sku, string unit) =>
        offer["terms"]!["OnDemand"]![sku]!["T"]!["priceDimensions"]!["D"]!["unit"] = unit;
}
