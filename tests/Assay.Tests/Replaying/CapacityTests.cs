using System.Diagnostics;
using System.Globalization;
using Assay.Analysis.Simulation.Capacity;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Replays;
using Assay.Tests.Support;
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
        var (demand, price) = LedgerDemand.Of(ledger, Some.Book, ledger.Span ?? Some.Window, "reserved", null);
        Assert.Equal([320m, 110m, 0m], demand.Amounts.Take(3));
        Assert.Equal(60, demand.Amounts.Count);
        // 400 prompt tokens at $3 and 30 output tokens at $15 a million.
        Assert.Equal((1.2m + 0.45m) / 430 / 1000, price, 12);
    }

    [Theory]
    [InlineData("ts,amount\n0,1\n600,2\n1900,3\n", "different lengths")]
    [InlineData("ts,amount\n0,1\n600,none\n", "line 3")]
    [InlineData("ts,amount\n0,1\n", "fewer than two")]
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
        Assert.Equal((600m, 1.5m, 2m), (demand.WindowSeconds, demand.Amounts[0], demand.Amounts[1]));
    }

    private static decimal Cost(IEnumerable<int> amounts, decimal size, decimal price) =>
        Cost(amounts.Select(each => (decimal)each).ToArray(), size, price);

    private static decimal Cost(decimal[] amounts, decimal size, decimal price) =>
        amounts.Sum(each => (price * size) + Math.Max(each - size, 0));

    private static CapacityDemand Demand(string text)
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
