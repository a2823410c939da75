using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Models;
using Assay.Usage;

namespace Assay.Aws.Tests.Metrics;

public sealed class HourlyTests
{
    private static readonly Window Days = Scan.LastDays(2);

    [Fact]
    public async Task Sums_by_the_hour_are_read_as_they_are()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("Invocations", [1, 2, null, 4]),
            Small.Hours("InputTokenCount", [10, 20, null, 40]),
            Small.Hours("InvocationThrottles", [null, null, null, 7])));

        var series = Assert.Single((await Scan.OfAsync(aws, Scan.Request())).Series);

        Assert.Equal(new Meter(Scan.Account, Scan.Region, Endpoint.Runtime, Small.Model), series.Meter);
        Assert.Equal(3600, series.Seconds);
        Assert.Equal(
            [Scan.Now.AddHours(-4), Scan.Now.AddHours(-3), Scan.Now.AddHours(-1)], series.Points.Select(p => p.Start));
        Assert.Equal([10, 20, 40], series.Points.Select(p => p.Counts.Input));
        Assert.Equal([0, 0, 7], series.Points.Select(p => p.Counts.Throttles));
        Assert.Equal([0, 0, 0], series.Points.Select(p => p.Counts.Output));
    }

    [Fact]
    public async Task Of_the_two_spellings_of_a_cache_metric_the_larger_counts_each_hour_and_never_their_sum()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("Invocations", [1, 1, 1]),
            Small.Hours("CacheReadInputTokenCount", [100, 5, null]),
            Small.Hours("CacheReadInputTokens", [100, 7, 9]),
            Small.Hours("CacheWriteInputTokens", [3, null, null])));

        var series = Assert.Single((await Scan.OfAsync(aws, Scan.Request())).Series);

        Assert.Equal([100, 7, 9], series.Points.Select(p => p.Counts.CacheRead));
        Assert.Equal([3, 0, 0], series.Points.Select(p => p.Counts.CacheWriteUnknownTtl));
        Assert.All(series.Points, point => Assert.Null(point.Counts.CacheWrite5m));
    }

    [Fact]
    public async Task Tiers_are_a_split_of_the_total_and_what_they_leave_is_a_meter_without_a_tier()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", [100, 100, 100]),
            Small.Hours("InputTokenCount", [10, 100, null], Small.Tier("flex", "flex")),
            Small.Hours("InputTokenCount", [5, null, null], Small.Tier("default", "reserved")),
            Small.Hours("InputTokenCount", [1, null, null], Small.Tier("default", "default"))));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal([84, 100], Points(outcome, tier: null));
        Assert.Equal([10, 100], Points(outcome, ServiceTier.Flex));
        Assert.Equal([6], Points(outcome, ServiceTier.Standard));
        Assert.Equal(300, outcome.Sum(Days, Small.Model, counts => counts.Input));
    }

    [Fact]
    public async Task Where_the_tiers_cover_the_total_nothing_is_left_over()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", [100, 100]),
            Small.Hours("InputTokenCount", [100, 100], Small.Tier("priority", "priority"))));

        var series = Assert.Single((await Scan.OfAsync(aws, Scan.Request())).Series);

        Assert.Equal(ServiceTier.Priority, series.Meter.Tier);
    }

    [Fact]
    public async Task Parts_larger_than_their_total_leave_zero_and_a_diagnostic()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", [100, 50]),
            Small.Hours("InputTokenCount", [130, 20], Small.Tier("flex", "flex"))));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal([30], Points(outcome, tier: null));
        Assert.Contains(outcome.Diagnostics, d => d.What.StartsWith("in 1 sums by hour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Long_context_is_a_part_of_its_tier()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", [100]),
            Small.Hours("InputTokenCount", [80], Small.Tier("default")),
            Small.Hours("InputTokenCount", [30], [.. Small.Tier("default"), ("ContextWindow", "1M")])));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(
            [(null, null, 20), (ServiceTier.Standard, true, 30), (ServiceTier.Standard, false, 50)],
            outcome.Series.Select(s => (s.Meter.Tier, s.Meter.LongContext, s.Points[0].Counts.Input!.Value))
                .OrderBy(each => each.Item3));
    }

    [Fact]
    public async Task Mantle_projects_are_a_split_of_their_model_and_other_levels_are_left_out()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Mantle("TotalInputTokens", 1000),
            Mantle("TotalInputTokens", 1000, ("Project", "p1")),
            Mantle("TotalInputTokens", 900, ("Model", "m")),
            Mantle("Inferences", 9, ("Model", "m")),
            Mantle("InputTokens", 600, ("Project", "p1"), ("Model", "m")),
            Mantle("Inferences", 4, ("Project", "p1"), ("Model", "m"))));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(
            [("p1", 600L, 4L), (null, 300, 5)],
            outcome.Series.Select(s => (s.Meter.Project, s.Points[0].Counts.Input!.Value, s.Points[0].Counts.Invocations!.Value))
                .OrderByDescending(each => each.Item2));
        Assert.All(outcome.Series, s => Assert.Equal(Endpoint.Mantle, s.Meter.Endpoint));
        Assert.All(outcome.Series, s => Assert.Null(s.Points[0].Counts.Throttles));
    }

    [Fact]
    public async Task What_is_no_count_is_skipped_or_rounded_and_told()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", [10.5, 11.5, double.NaN, -4, 8])));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal([10, 12, 8], Assert.Single(outcome.Series).Points.Select(p => p.Counts.Input));
        Assert.Equal(
            [
                "1 datapoints are negative and were rejected", "1 datapoints are no numbers and were skipped",
                "2 datapoints are fractions and were rounded to the nearest whole",
            ],
            outcome.Diagnostics.Where(d => d.Level == Level.Warning).Select(d => d.What).Distinct().Order());
    }

    [Fact]
    public async Task The_window_before_is_read_too_without_errors()
    {
        var values = new double?[72];
        values[0] = 5;
        values[71] = 6;
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("InputTokenCount", values), Small.Hours("InvocationThrottles", values)));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(6, outcome.Sum(Days, Small.Model, counts => counts.Input));
        Assert.Equal(5, outcome.Sum(Days.Previous, Small.Model, counts => counts.Input));
        var before = outcome.Series.SelectMany(s => s.Points).Single(p => Days.Previous.Contains(p.Start));
        Assert.Null(before.Counts.Throttles);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-previous-window").Status);
    }

    private static MetricSeries Mantle(string name, double value, params (string, string)[] dimensions) =>
        Small.In("AWS/BedrockMantle", name, [value], dimensions);

    private static IEnumerable<long?> Points(Outcome outcome, ServiceTier? tier) =>
        outcome.Series.Where(s => s.Meter.Tier == tier).SelectMany(s => s.Points).Select(p => p.Counts.Input);
}
