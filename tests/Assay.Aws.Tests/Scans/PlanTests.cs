using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;

namespace Assay.Aws.Tests.Scans;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_counts_what_the_scan_then_asks_and_asks_nothing_that_costs()
    {
        await using var aws = await FakeAwsServer.StartAsync(Worlds.Scaled(models: 40, regions: 2, days: 28));
        var request = Scan.Request(days: 14) with { Regions = ["us-east-1", "us-west-2"] };

        var plan = await Scan.Scanner(aws.Endpoint, Scaled.Credentials).PlanAsync(request, CancellationToken.None);
        Assert.DoesNotContain(aws.Calls, call => call.Operation == "GetMetricData");
        aws.ClearCalls();
        var scan = await Scan.OfAsync(aws, request, Scaled.Credentials);

        Assert.Equal(scan.Receipt.Calls, plan.Calls);
        Assert.Equal(Counted(aws), Planned(plan));
    }

    [Fact]
    public async Task Models_that_are_listed_without_a_datapoint_in_the_window_are_in_the_plan_too()
    {
        double?[] lastWeek = [.. Enumerable.Repeat<double?>(7, 100), .. Enumerable.Repeat<double?>(null, 100)];
        var world = Small.World(Small.Hours("Invocations", lastWeek), Small.Hours("InputTokenCount", lastWeek));
        await using var aws = await FakeAwsServer.StartAsync(world);

        var plan = await Scan.Scanner(aws.Endpoint).PlanAsync(Scan.Request(), CancellationToken.None);
        aws.ClearCalls();
        var scan = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(Counted(aws), Planned(plan));
        Assert.Equal(scan.Receipt.ApiCost, plan.ApiCost);
    }

    [Fact]
    public async Task The_bill_is_in_the_plan_with_its_cents()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());

        var plan = await Scan.Scanner(aws.Endpoint).PlanAsync(Scan.Request() with { WithBill = true }, CancellationToken.None);

        Assert.Equal(0.02m, plan.ApiCost.Amount);
        Assert.DoesNotContain(aws.Calls, call => call.Service == "ce");
    }

    [Fact]
    public async Task The_call_that_would_exceed_the_budget_is_not_sent()
    {
        await using var aws = await FakeAwsServer.StartAsync(Worlds.Scaled(models: 40, regions: 1, days: 28));
        var request = Scan.Request(days: 14);
        var whole = await Scan.OfAsync(aws, request, Scaled.Credentials);
        aws.ClearCalls();

        var most = whole.Receipt.ApiCost.Amount / 2;
        var refused = await Assert.ThrowsAsync<AssayException>(
            () => Scan.OfAsync(aws, request with { MaxCost = most }, Scaled.Credentials));

        Assert.Equal(ExitCode.OverBudget, refused.ExitCode);
        Assert.Contains("GetMetricData", refused.Message, StringComparison.Ordinal);
        var metrics = aws.Calls.Where(call => call.Operation == "GetMetricData")
            .Sum(call => call.Body!.Split("\"MetricStat\"").Length - 1);
        Assert.InRange(metrics * 0.00001m, 0.00001m, most);
    }

    /// <summary>What arrived at the fake, which counts for itself.</summary>
    private static IEnumerable<(string, long)> Counted(FakeAwsServer aws) =>
        aws.Calls.GroupBy(call => call.Operation).Select(each => (each.Key, (long)each.Count())).Order();

    private static IEnumerable<(string, long)> Planned(ScanReceipt plan) =>
        plan.Calls.Select(count => (count.Operation.Name, count.Calls)).Order();
}
