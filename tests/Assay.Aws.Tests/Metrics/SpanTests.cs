using Assay.Aws.Metrics;
using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Metrics;

public sealed class SpanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 20, 30, TimeSpan.Zero);

    [Fact]
    public void Hours_are_whole_and_the_one_under_way_is_the_last() => Assert.Equal(
        new MetricSpan(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), 3600, 26),
        MetricSpan.Hours(new Window(Now.AddDays(-1).AddHours(-1), Now.AddDays(3)), Now));

    [Fact]
    public void Minutes_are_those_that_CloudWatch_still_keeps()
    {
        var minutes = MetricSpan.Minutes(new Window(Now.AddDays(-60), Now), Now);

        Assert.InRange(minutes.From, Now.AddDays(-15), Now.AddDays(-15).AddMinutes(3));
        Assert.Equal(0, MetricSpan.Minutes(new Window(Now.AddDays(-60), Now.AddDays(-30)), Now).Points);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(3599, 0)]
    [InlineData(3600, 1)]
    [InlineData(7200, -1)]
    public void A_time_belongs_to_the_period_it_lies_in(int seconds, int period)
    {
        var from = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(period, new MetricSpan(from, 3600, 2).IndexOf(from.ToUnixTimeSeconds() + seconds));
    }

    [Fact]
    public async Task A_window_older_than_CloudWatch_s_memory_is_read_as_far_as_it_goes_and_told()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [3])));

        var outcome = await Scan.OfAsync(aws, Scan.Request(days: 500));

        Assert.Equal(3, outcome.Sum(Scan.LastDays(500), Small.Model, counts => counts.Invocations));
        Assert.Equal(ReadStatus.Partial, outcome.Coverage("cloudwatch-metrics").Status);
        Assert.Equal(
            "CloudWatch keeps 455 days: nothing before 2025-08-25 can be read", outcome.Coverage("cloudwatch-metrics").Reason);
        Assert.Equal(ReadStatus.Absent, outcome.Coverage("cloudwatch-previous-window").Status);
    }
}
