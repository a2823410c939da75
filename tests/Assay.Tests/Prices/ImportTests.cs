using System.Text.Json;
using Assay.Models;
using Assay.PriceImport;
using Assay.Pricing;
using Assay.Tests.Support;
using Origin = Assay.PriceImport.Sources;

namespace Assay.Tests.Prices;

/// <summary>The importer against the sources as they are shipped, where these are beside the repository.</summary>
public sealed class ImportTests
{
    private const string Page = "docs/decisions/0010-where-the-price-sources-disagree.md";

    private static readonly string Shared = Repository.At("../shared/data/prices");

    private static readonly Lazy<IReadOnlyList<Observation>> Seen =
        new(() => SourceFolder.Read(Shared, priceList: null, Some.Book.Catalogue));

    [Fact]
    public void Importing_again_adds_nothing()
    {
        var availability = Availability.Read(Path.Combine(SharedOrSkip(), "../models"));
        Assert.Empty(Additions.Of(Seen.Value, Some.Book, availability));
        Assert.Empty(Fillings.Of(Seen.Value, Some.Book, availability));
    }

    /// <summary>
    /// A key that landed without a kind gets it from a source that agrees on all the rest: the landed line stays as it
    /// is, ends, and a line of that source takes its place.
    /// </summary>
    [Fact]
    public void A_kind_that_a_landed_key_lacks_is_filled_in_and_the_landed_line_only_ends()
    {
        var text = """
            {"schema":"assay.prices.file/1","sources":{"price-list":{"url":"URL"}},"models":{"anthropic.claude-v2":[
            { "scopes": ["in-region"], "regions": ["us-east-1", "us-west-2"], "tier": "standard", "contextFrom": 0, "from": "2026-07-24", "to": null, "fromBasis": "observed", "rates": { "input": 8 }, "source": "price-list", "checked": "2026-08-20" }]},"units":{}}
            """.Replace("URL", Origin.Of(Origin.PriceList).Url, StringComparison.Ordinal);
        var copy = Path.GetTempFileName();
        File.WriteAllText(copy, text);
        var book = PriceFiles.Read(
            [("catalogue.jsonc", File.ReadAllBytes(Repository.At("prices/catalogue.jsonc"))), ("imported.jsonc", File.ReadAllBytes(copy))]);
        Observation Told(string kind, decimal usd, string region) => new(
            Origin.Portkey, "anthropic.claude-v2", "anthropic.claude-v2", [RoutingScope.InRegion], [region], ServiceTier.Standard, false,
            kind, usd, new(2026, 8, 21));
        var availability = new Availability(new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>());
        Observation[] agreed = [Told("input", 8, "us-east-1"), Told("output", 24, "us-east-1")];
        Observation[] other = [Told("input", 9, "us-east-1"), Told("output", 27, "us-east-1")];

        Assert.Empty(Fillings.Of(other, book, availability));
        Assert.Empty(ImportedFile.Append(copy, [], Fillings.Of(agreed, book, availability)));
        var cards = PriceFiles.Read([("imported.jsonc", File.ReadAllBytes(copy))]).CardsOf("anthropic.claude-v2");
        File.Delete(copy);
        Assert.Equal(
            ["us-east-1,us-west-2 2026-07-24 2026-08-21 8 ", "us-east-1 2026-08-21  8 24", "us-west-2 2026-08-21  8 "],
            cards.Select(card => $"{string.Join(',', card.Regions)} {card.From:yyyy-MM-dd} {card.To:yyyy-MM-dd} {card.Rates.Input?.Rate} {card.Rates.Output?.Rate}"));
    }

    /// <summary>What the importer writes and what <c>assay prices update</c> writes are lines of one form.</summary>
    [Fact]
    public void A_line_that_is_added_has_the_form_of_those_that_are_there()
    {
        var text = File.ReadAllText(Repository.At("prices/imported.jsonc"));
        var copy = Path.GetTempFileName();
        File.WriteAllText(copy, text);
        ImportedFile.Append(copy, [], []);
        var same = File.ReadAllText(copy);
        File.Delete(copy);
        var book = PriceFiles.Read([("imported.jsonc", System.Text.Encoding.UTF8.GetBytes(text))]);
        var keys = Origin.All.ToDictionary(source => source.Url, source => source.Key, StringComparer.Ordinal);

        Assert.Equal(text, same);
        Assert.All(
            book.Models.SelectMany(book.CardsOf).Select(card => PriceFileText.Line(card, keys[card.Source]))
                .Concat(book.Units.Select(unit => PriceFileText.Line(unit, keys[unit.Source]))),
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_of_conflicts_is_what_the_importer_writes()
    {
        SharedOrSkip();
        Assert.Equal(File.ReadAllText(Repository.At(Page)), ConflictTable.Write(Seen.Value, new BookIndex(Some.Book)));
    }

    /// <summary>One line of each kind, whose reason was reckoned by hand.</summary>
    [Theory]
    [InlineData("eu.anthropic.claude-3-5-haiku-20241022-v1:0 |  | input | 0.25 | 0.8 | the price of Claude 3 Haiku")]
    [InlineData("DeepSeek v3.2 |  | input | 0.6386 | 0.62 or 0.64 or 0.74 | the same price, not rounded as AWS rounds it")]
    [InlineData("openai.gpt-5.4 |  | output | 15 | 16.5 | without the tenth that in-Region and geo cost more")]
    [InlineData("anthropic.claude-opus-4-1-20250805-v1:0 |  | output | 75 |  | in-region is not sold, only geo, at this price")]
    [InlineData("us.amazon.nova-pro-v1 | eu-west-3 | cacheRead | 0.4 | 0.295 | 0.34 of the input price; elsewhere it is 0.25")]
    [InlineData("us.amazon.nova-pro-v1 | eu-west-3 | cacheWrite1h | 1.6 |  | the model's caches live 5m only")]
    [InlineData("us.amazon.nova-pro-v1 | ap-southeast-1, batch | cacheRead | 0.4 |  | prompts of a batch job are not cached")]
    [InlineData("Amazon Nova Sonic |  | input | 3.4 | 0.06 or 0.065 or 0.072 | the price of audio tokens")]
    [InlineData("claude-3-5-sonnet-20240620 |  | cacheWrite5m | 3.75 | 4.5 | made of the source's input price by a multiplier")]
    [InlineData("us.meta.llama3-1-405b-instruct-v1:0 |  | input | 5.32 | 2.4 | written by LiteLLM on 2025-02-06 or before")]
    [InlineData("global.anthropic.claude-sonnet-5-v1:0 | from 2026-09-01 | input | 3 | 2 | told for 2026-09-01 beforehand")]
    public void A_reason_names_why_the_losing_source_erred(string line)
    {
        SharedOrSkip();
        Assert.Contains("| " + line, ConflictTable.Write(Seen.Value, new BookIndex(Some.Book)), StringComparison.Ordinal);
    }

    /// <summary>Lines that only say who was believed: more of them would be a step back.</summary>
    [Fact]
    public void Few_reasons_say_only_who_won()
    {
        var coarse = File.ReadLines(Repository.At(Page)).Count(line =>
            line.Contains("or a later one, has the one in the book", StringComparison.Ordinal)
            || line.Contains("price list has the one in the book", StringComparison.Ordinal)
            || line.Contains("no rule tells why", StringComparison.Ordinal));
        Assert.InRange(coarse, 1, 36);
    }

    /// <summary>
    /// Asks the book itself, by its own look-up for the place, the tier and the day, and does not take the importer's
    /// word for anything but what the source says.
    /// </summary>
    [Fact]
    public void Every_price_of_the_sources_is_in_the_book_or_on_the_page_of_conflicts()
    {
        SharedOrSkip();
        Assert.Empty(Lost(Seen.Value));
    }

    /// <summary>The walk is not blind: it loses a price of any source that is changed by a thousandth.</summary>
    [Theory]
    [InlineData(Origin.Page)]
    [InlineData(Origin.Genai)]
    [InlineData(Origin.Portkey)]
    [InlineData(Origin.LiteLlm)]
    [InlineData(Origin.History)]
    [InlineData(Origin.ModelsDev)]
    [InlineData(Origin.CcUsage)]
    [InlineData(Origin.Langfuse)]
    public void A_price_that_is_changed_in_a_source_is_missed(string source)
    {
        SharedOrSkip();
        var own = Seen.Value.Where(seen => seen.Source == source && seen.Usd > 0).ToList();

        Assert.NotEmpty(own);
        Assert.Equal(own.Count, Lost([.. own.Select(seen => seen with { Usd = seen.Usd * 1.001m })]).Count);
    }

    /// <summary>Nor is it blind for the day: the history of a price that the book dates otherwise is missed.</summary>
    [Fact]
    public void A_price_that_is_told_of_a_day_on_which_the_book_has_another_is_missed()
    {
        SharedOrSkip();
        var changed = Some.Book.Models.SelectMany(model => Some.Book.CardsOf(model).Select(card => (model, card)))
            .First(each => each.card is { To: not null, Tier: ServiceTier.Standard, ContextFrom: 0 } && each.card.Rates.Input is not null
                && Some.Book.Find(new(each.model, each.card.Scopes[0], each.card.Regions[0]), each.card.To.Value)?.Rates.Input != each.card.Rates.Input);
        Observation On(DateOnly day) => new(
            Origin.History, "x", changed.model, [changed.card.Scopes[0]], [changed.card.Regions[0]], ServiceTier.Standard, false,
            "input", changed.card.Rates.Input!.Value.Rate, day);

        Assert.Empty(Lost([On(changed.card.To!.Value.AddDays(-1))]));
        Assert.Single(Lost([On(changed.card.To!.Value)]));
    }

    private static List<string> Lost(IReadOnlyList<Observation> observations)
    {
        var rows = File.ReadAllLines(Repository.At(Page)).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')).Where(cells => cells.Length == 8)
            .Select(cells => (cells[1].Trim(), cells[3].Trim(), cells[4].Trim())).ToHashSet();
        return
        [
            .. from seen in observations
               let usd = seen.Usd.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture)
               where !rows.Contains((seen.Spelling.Replace('|', '/'), seen.Kind, usd)) && !IsInBook(seen)
               select $"{seen.Source} {seen.Spelling} {seen.Kind} {usd} {seen.Day:O}",
        ];
    }

    private static bool IsInBook(Observation seen) =>
        seen.Model is { } model && (seen.IsToken
            ? Places(seen, model).Any(place => Rate(seen, place, seen.Day) == seen.Usd)
            : Some.Book.Units.Any(unit => unit.Subject == model && unit.Unit == seen.Kind && unit.Term == seen.Term && unit.Usd == seen.Usd)
                || (seen.Kind == "model-unit-hour" && Some.Book.ProvisionedCardsOf(model).Any(card => card.Term == seen.Term && card.PerUnit.Rate == seen.Usd)));

    /// <summary>What a source leaves out it does not deny.</summary>
    private static IEnumerable<PriceKey> Places(Observation seen, string model) =>
        from card in Some.Book.CardsOf(model)
        from scope in card.Scopes
        where seen.Scopes.Count == 0 || seen.Scopes.Contains(scope)
        from region in card.Regions
        where seen.Regions.Count == 0 || seen.Regions.Contains(region)
        where seen.Tier is null || seen.Tier == card.Tier
        select new PriceKey(model, scope, region, card.Tier);

    private static decimal? Rate(Observation seen, PriceKey key, DateOnly day)
    {
        var card = seen.LongContext ? Some.Book.FindLongContext(key, day) : Some.Book.Find(key, day);
        var kind = Rates.Kinds.Where(each => BookIndex.Word(each) == seen.Kind).ToList();
        return kind is [var one] ? card?.Rates[one]?.Rate : null;
    }

    /// <summary>Counts price fields in the raw files, without the importer's readers.</summary>
    [Fact]
    public void No_price_of_a_file_goes_unread()
    {
        SharedOrSkip();
        var liteLlm = Json("litellm/litellm_model_prices_2026-08-01.json").EnumerateObject()
            .Where(model => model.Value.TryGetProperty("litellm_provider", out var provider)
                && provider.GetString()!.StartsWith("bedrock", StringComparison.Ordinal))
            .Sum(model => model.Value.EnumerateObject().Count(field =>
                field.Name.Contains("cost", StringComparison.Ordinal) && field.Value.ValueKind == JsonValueKind.Number));
        var portkey = new[] { "portkey/pricing_bedrock.json", "portkey/pricing_bedrock-mantle.json" }.Sum(file =>
            Json(file).EnumerateObject().Where(model => model.Name != "default").Sum(model => PriceFields(model.Value)));
        var history = File.ReadAllLines(Path.Combine(Shared, "litellm/litellm_bedrock_price_history.csv")).Skip(1)
            .Count(line => line.Length > 0 && !line.EndsWith(','));
        var modelsDev = Json("modelsdev/amazon-bedrock.models.json").EnumerateObject()
            .Sum(model => model.Value.TryGetProperty("cost", out var cost) ? cost.EnumerateObject().Count() : 0);
        Assert.Equal(
            (liteLlm, portkey, history, modelsDev),
            (Read(Origin.LiteLlm), Read(Origin.Portkey), Read(Origin.History), Read(Origin.ModelsDev)));
    }

    /// <summary>The history writes 33 for six days in October 2025 and 3 for the week before; neither was a price.</summary>
    [Theory]
    [InlineData("2025-09-30")]
    [InlineData("2025-10-07")]
    [InlineData("2025-10-10")]
    [InlineData("2025-10-13")]
    public void A_typing_error_of_a_source_and_its_correction_are_no_periods(string day)
    {
        var key = new PriceKey("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Geo, "us-east-1");
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(3.30m, Some.Book.Find(key, date)!.Rates.Input!.Value.Rate);
    }

    [Fact]
    public void Every_id_that_a_price_file_has_means_a_model()
    {
        SharedOrSkip();
        string[] foreign = ["rerank-v4.0-pro", "rerank-v4.0-fast"];
        var ids = Json("litellm/litellm_model_prices_2026-08-01.json").EnumerateObject()
            .Where(model => model.Value.TryGetProperty("litellm_provider", out var provider)
                && provider.GetString()!.StartsWith("bedrock", StringComparison.Ordinal))
            .Concat(Json("portkey/pricing_bedrock.json").EnumerateObject())
            .Select(model => model.Name).Except(foreign).Where(id => id != "default");
        var resolver = new ModelResolver(Some.Book.Catalogue, []);
        Assert.DoesNotContain(ids, id => resolver.Resolve(ForeignSpelling.ToBedrock(id)) is not ModelResolution.Known);
    }

    /// <summary>The same for every source: what is left has no id on Bedrock.</summary>
    [Fact]
    public void Every_spelling_of_every_source_means_a_model_but_these()
    {
        SharedOrSkip();
        Assert.Equal(
            ["Amazon Nova 2 Omni (Preview)", "rerank-v4.0-fast", "rerank-v4.0-pro"],
            Seen.Value.Where(seen => seen.Model is null).Select(seen => seen.Spelling).Distinct().Order(StringComparer.Ordinal));
    }

    private static int PriceFields(JsonElement value) => value.ValueKind != JsonValueKind.Object ? 0
        : value.EnumerateObject().Sum(member => member.Name == "price" ? 1 : PriceFields(member.Value));

    private static int Read(string source) => Seen.Value.Count(seen => seen.Source == source);

    private static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shared, path)));
        return document.RootElement.Clone();
    }

    private static string SharedOrSkip()
    {
        Assert.SkipUnless(Directory.Exists(Shared), "the shared price sources are not beside this repository");
        return Shared;
    }
}
