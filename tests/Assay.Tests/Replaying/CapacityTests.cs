using System.Diagnostics;
using System.Globalization;
using Assay.Analysis.Simulation.Capacity;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Replays;
using Assay.Tests.Support;
using Assay.Usage;
using CsCheck;

namespace Assay.Tests.Replaying;

/// <summary>Capacity by size: public fleets, and a judge that tries every size on every window.</summary>
public sealed class CapacityTests
{
    /// <summary>Computed by others: demand is the rate summed over clients in 2,016 windows of ten minutes.</summary>
    [Theory]
    [InlineData("m-small", "1.363", "0.62", "0.043")]
    [InlineData("m-large", "1.582", "0.54", "0.042")]
    public void A_public_fleet_comes_out_as_others_computed(string fleet, string atP95, string best, string saved)
    {
        var report = new CapacitySizer(Fleet(fleet), new CapacityOffer("reserved", 0.9m, 1)).Run([]);
        Assert.Equal(2016, report.Windows);
        Assert.Equal(atP95, Fixed(report.Sizes.Single(size => size.Name == "p95").CostRatio!.Value, "0.000"));
        Assert.Equal(best, Fixed(report.Best / report.Mean, "0.00"));
        Assert.Equal(saved, Fixed(1 - report.Sizes.Single(size => size.Name == "best").CostRatio!.Value, "0.000"));
    }

    [Fact]
    public void No_size_is_cheaper_than_the_best() =>
        Gen.Select(Gen.Int[0, 50].Array[1, 40], Gen.Int[0, 12]).Sample((amounts, tenths) =>
        {
            var demand = new CapacityDemand("x", 60, [.. amounts.Select(each => (decimal)each)]);
            var report = new CapacitySizer(demand, new CapacityOffer("reserved", tenths / 10m, 1)).Run([]);
            Assert.Equal(
                Enumerable.Range(0, 60).Min(size => Cost(amounts, size, tenths / 10m)),
                Cost(amounts, report.Best, tenths / 10m));
        });

    [Fact]
    public void Nothing_bought_costs_what_on_demand_costs_and_more_never_spills_more() =>
        Gen.Select(Gen.Int[1, 50].Array[1, 30], Gen.Int[0, 9], Gen.Int[0, 12], Gen.Int[0, 5]).Sample((amounts, step, tenths, apart) =>
        {
            var demand = new CapacityDemand("x", 2_592_000m / amounts.Length, [.. amounts.Select(each => (decimal)each)]);
            var sizer = new CapacitySizer(demand, new CapacityOffer("provisioned", tenths / 10m, 1, step) { Apart = apart });
            var sizes = sizer.Run([]).Sizes;
            Assert.Equal(amounts.Sum() + apart, sizes[0].MonthlyUsd.Amount, 9);
            Assert.True(sizes.Zip(sizes.Skip(1)).All(pair => pair.First.SpillShare >= pair.Second.SpillShare));
            var best = sizes.Single(size => size.Name == "best");
            Assert.All(sizes, size =>
            {
                Assert.True(best.MonthlyUsd.Amount <= size.MonthlyUsd.Amount + 0.000000001m);
                // What is bought, what spills and what is not served at all are all of it.
                var spilled = amounts.Sum(each => Math.Max(0, each - size.Size));
                Assert.Equal(sizer.Capacity(size.Size).Amount + spilled + apart, size.MonthlyUsd.Amount, 9);
            });
        });

    [Fact]
    public void Cost_use_spill_and_regret_are_what_every_window_adds_up_to() =>
        Gen.Int[1, 50].Array[2, 40].Sample(amounts =>
        {
            var demand = new CapacityDemand(
                "x", 2_592_000m / amounts.Length, [.. amounts.Select(each => (decimal)each)]);
            var report = new CapacitySizer(demand, new CapacityOffer("reserved", 0.9m, 1)).Run([]);
            foreach (var size in report.Sizes)
            {
                // The windows make up one month, so a month costs what they cost.
                Assert.Equal(Cost(amounts, size.Size, 0.9m), size.MonthlyUsd.Amount, 9);
                Assert.Equal(
                    amounts.Sum(each => Math.Max(each - size.Size, 0)) / amounts.Sum(),
                    size.SpillShare!.Value.Value,
                    6);
                var fallen = amounts.Select(each => each * 0.7m).ToArray();
                Assert.Equal(
                    Cost(fallen, size.Size, 0.9m) - fallen.Append(0).Min(each => Cost(fallen, each, 0.9m)),
                    size.RegretUsd.Amount, 9);
            }
        }, iter: 50);

    [Fact]
    public void Units_are_whole_and_the_best_number_of_them_is_found() =>
        Gen.Select(Gen.Int[0, 50].Array[1, 30], Gen.Int[1, 9], Gen.Int[1, 10]).Sample((amounts, step, tenths) =>
        {
            var demand = new CapacityDemand("x", 60, [.. amounts.Select(each => (decimal)each)]);
            var report = new CapacitySizer(demand, new CapacityOffer("provisioned", tenths / 10m, 1, step)).Run([]);
            Assert.Equal(0, report.Best % step);
            Assert.Equal(
                Enumerable.Range(0, 60).Min(units => Cost(amounts, units * step, tenths / 10m)),
                Cost(amounts, report.Best, tenths / 10m));
        });

    [Fact]
    public async Task The_demand_of_a_ledger_is_its_calls_by_the_minute()
    {
        using var folder = new Folder();
        var (file, path) = (Path.Combine(folder.Path, "calls.jsonl"), Path.Combine(folder.Path, "ledger"));
        await File.WriteAllLinesAsync(file, [Traced.Line(0, [1, 2]), Traced.Line(59, [1]), Traced.Line(60, [5])]);
        await Traced.Ingest(path, file);
        using var ledger = Assay.Ledgers.Ledger.Open(path, "tests");
        var demand = LedgerDemand.Of(ledger, Some.Book, ledger.Span ?? Some.Window, new DemandFilter());
        Assert.Equal([320m, 110m, 0m], demand.Of("reserved").Amounts.Take(3));
        Assert.Equal((60, "calls"), (demand.Windows.Count, demand.Source));
        // 400 prompt tokens at $3 and 30 output tokens at $15 a million.
        Assert.Equal((1.2m + 0.45m) / 1000, demand.OnDemand!.Cost.Amount, 12);
    }

    [Fact]
    public async Task Calls_that_offer_tools_are_no_batch()
    {
        const string tools = ",\"toolConfig\":{\"tools\":[{\"toolSpec\":{\"name\":\"look\",\"inputSchema\":{\"json\":{}}}}]}}";
        const string plain = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"a\"}]}]}";
        var without = await Batch([Some.LogRecord(plain, id: 1)]);
        Assert.Equal((null, 0.5m), (without.Missing, without.CostRatio));
        var with = await Batch([Some.LogRecord(plain, id: 1), Some.LogRecord(plain[..^1] + tools, id: 2)]);
        Assert.Equal("1 of 2 calls are of workloads that offer tools, which batch does not take", with.Missing);

        static async Task<CapacityChoice> Batch(string[] lines)
        {
            using var folder = new Folder();
            var (file, path) = (Path.Combine(folder.Path, "calls.jsonl"), Path.Combine(folder.Path, "ledger"));
            await File.WriteAllLinesAsync(file, lines);
            await Traced.Ingest(path, file);
            using var ledger = Assay.Ledgers.Ledger.Open(path, "tests");
            var demand = LedgerDemand.Of(ledger, Some.Book, ledger.Span ?? Some.Window, new DemandFilter());
            return CapacityAnswer.Of(new(new(2026, 11, 3)), demand, Some.Book).Choices.Single(each => each.Kind == "batch");
        }
    }

    [Fact]
    public void Minutes_of_CloudWatch_are_a_demand_and_the_best_of_them_is_what_a_unit_serves_at_least()
    {
        var model = Some.Provisioned("fast", "us-east-1", "amazon.nova-2-lite-v1:0", units: 2);
        var meter = Some.Meter(model.Arn);
        using var ledger = Some.Filled(
        [
            model,
            Some.Hour(meter, new() { Invocations = 3, Input = 7000, Output = 700 }),
            Some.Hour(Some.Meter("us.amazon.nova-pro-v1:0"), new() { Invocations = 3, Input = 7000, Output = 700 }),
            new Fact.Demand(meter,
            [
                (Some.At("2026-11-10T08:00Z"), new() { Input = 4000, Output = 400 }),
                (Some.At("2026-11-10T08:03Z"), new() { Input = 3000, Output = 300, CacheRead = 1000, CacheWriteUnknownTtl = 400 }),
            ]),
        ]);
        var demand = LedgerDemand.Of(ledger, Some.Book, Some.Window, new DemandFilter("amazon.nova-2-lite-v1:0"));
        // The window ends on 2026-11-23: 12 days and 16 hours from the first hour of minutes.
        Assert.Equal(("metrics-by-minute", 60m, ((12 * 24) + 16) * 60), (demand.Source, demand.WindowSeconds, demand.Windows.Count));
        Assert.Equal([4400m, 0m, 0m, 3900m], demand.Of("provisioned").Amounts.Take(4));
        Assert.Equal([4400m, 0m, 0m, 3700m], demand.Of("reserved").Amounts.Take(4));
        Assert.Equal((2200m, "fast"), demand.BestOfUnit);
        // On demand it would be geo: $0.33 and $2.75, reads $0.0825, writes free.
        Assert.Equal((7000 * 0.33m) + (700 * 2.75m) + (1000 * 0.0825m), demand.OnDemand!.Cost.Amount * 1_000_000, 6);
    }

    [Fact]
    public void Without_calls_and_minutes_hours_are_the_demand_and_are_told_as_such()
    {
        using var ledger = Some.Filled([Some.Spread(Some.Meter(), new() { Invocations = 336, Input = 336_000, Output = 33_600 }, days: 14)]);
        var demand = LedgerDemand.Of(ledger, Some.Book, Some.Window, new DemandFilter(Region: "us-east-1"));
        Assert.Equal(("metrics-by-hour", 3600m, 336), (demand.Source, demand.WindowSeconds, demand.Windows.Count));
        Assert.All(demand.Windows, window => Assert.Equal(new WindowTokens(1000, 100, 0, 0), window));
        Assert.Contains("less even", demand.Assumptions[0], StringComparison.Ordinal);
        Assert.Null(demand.BestOfUnit);
        Assert.Throws<AssayException>(() => LedgerDemand.Of(ledger, Some.Book, Some.Window, new DemandFilter(Region: "eu-west-1")));
    }

    [Fact]
    public void Calls_without_a_price_are_no_demand_and_are_told()
    {
        using var ledger = Some.Filled(
        [
            Some.Hour(Some.Meter(), new() { Invocations = 1, Input = 1000, Output = 100 }),
            Some.Hour(Some.Meter("us.anthropic.claude-saga-6-v1:0"), new() { Invocations = 1, Input = 9000, Output = 900 }),
        ]);
        var demand = LedgerDemand.Of(ledger, Some.Book, Some.Window, new DemandFilter());
        Assert.Equal(1100, demand.Of("reserved").Amounts.Sum());
        Assert.Contains(demand.Assumptions, each => each.StartsWith("calls without a price are left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Demand_of_several_models_can_not_be_bought_together()
    {
        using var ledger = Some.Filled(
        [
            Some.Hour(Some.Meter(), new() { Invocations = 1, Input = 1000, Output = 100 }),
            Some.Hour(Some.Meter("us.amazon.nova-pro-v1:0"), new() { Invocations = 1, Input = 9000, Output = 900 }),
        ]);
        var report = CapacityAnswer.Of(
            new(new(2026, 11, 23)), LedgerDemand.Of(ledger, Some.Book, Some.Window, new DemandFilter()), Some.Book);
        Assert.All(
            report.Choices.Where(each => each.Kind is "reserved" or "provisioned"),
            each => Assert.Contains("--model ID --region REGION picks one", each.Missing, StringComparison.Ordinal));
        Assert.Null(report.Model);
        // Flex is half of Nova Pro's $0.80 and $3.20 and not sold for Sonnet ($3.30 and $16.50), which stays.
        var flex = report.Choices.Single(each => each.Kind == "flex");
        var (sonnet, nova) = ((1000 * 3.3m) + (100 * 16.5m), (9000 * 0.8m) + (900 * 3.2m));
        Assert.Equal((sonnet + (nova / 2)) / (sonnet + nova), flex.CostRatio!.Value, 6);
        Assert.Contains($"for {Some.Meter().ModelId}, which stays", flex.Caveat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_can_tell_tokens_by_kind()
    {
        var demand = Demand("ts,output,input,cacheWrite,cacheRead\n0,10,100,40,1000\n60,20,200,0,0\n");
        Assert.True(demand.IsByKind);
        Assert.Equal([new(100, 10, 1000, 40), new(200, 20, 0, 0)], demand.Windows);
        Assert.Equal([260m, 220m], demand.Of("provisioned").Amounts);
        Assert.False(Demand("ts,amount\n0,1\n60,2\n").IsByKind);
    }

    [Theory]
    [InlineData("ts,amount\n0,1\n600,2\n1900,3\n", "different lengths")]
    [InlineData("ts,amount\n0,1\n600,none\n", "line 3")]
    [InlineData("ts,amount\n0,1\n", "fewer than two")]
    [InlineData("ts,input,output\n0,1\n60,1,1\n", "line 2 is no ts,input,output row")]
    [InlineData("ts,input,input\n0,1,1\n60,1,1\n", "line 1")]
    [InlineData("ts,amount\n0,0\n600,0\n", "no demand")]
    public void A_file_that_is_no_demand_is_told(string text, string said)
    {
        var told = Assert.Throws<AssayException>(() => Demand(text));
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_seconds_or_instants_in_any_order()
    {
        var demand = Demand("ts,amount\n2026-11-02T08:10:00Z,2\n2026-11-02T08:00:00Z,1.5\n");
        Assert.Equal((600m, 1.5m, 2m), (demand.WindowSeconds, demand.Windows[0].All, demand.Windows[1].All));
    }

    private static decimal Cost(IEnumerable<int> amounts, decimal size, decimal price) =>
        Cost(amounts.Select(each => (decimal)each).ToArray(), size, price);

    private static decimal Cost(decimal[] amounts, decimal size, decimal price) =>
        amounts.Sum(each => (price * size) + Math.Max(each - size, 0));

    private static TokenDemand Demand(string text)
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "demand.csv");
        File.WriteAllText(file, text);
        return DemandFile.Read(file);
    }

    private static CapacityDemand Fleet(string name)
    {
        var archive = Repository.At($"../shared/data/traces/servegen-{name}.tar.zst");
        Assert.SkipUnless(File.Exists(archive), "the public fleets are not here");
        using var folder = new Folder();
        using (var tar = Process.Start("tar", ["--zstd", "-xf", archive, "-C", folder.Path]))
        {
            tar.WaitForExit();
            Assert.SkipUnless(tar.ExitCode == 0, "tar with zstd is not here");
        }

        var demand = new SortedDictionary<decimal, decimal>();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*trace.csv", SearchOption.AllDirectories))
        {
            foreach (var row in File.ReadLines(file).Select(line => line.Split(',')).Where(row => row.Length > 1))
            {
                var time = decimal.Parse(row[0], CultureInfo.InvariantCulture);
                demand[time] = demand.GetValueOrDefault(time)
                    + decimal.Parse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture);
            }
        }

        return new CapacityDemand(name, 600, [.. demand.Values]);
    }

    private static string Fixed(decimal value, string form) => value.ToString(form, CultureInfo.InvariantCulture);
}
