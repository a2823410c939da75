using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>What a scan would ask, and a scan that would cost too much.</summary>
public sealed class PlanTests
{
    private static readonly string[] Everywhere = ["--region", "all", "--organization", Everything.Role];

    private static readonly string[] Time = ["--since", "2d", "--now", "2026-11-20T06:30:00Z"];

    [Fact]
    public async Task The_plan_of_an_organization_is_what_the_fake_then_counts_and_the_receipt_says_the_same_dollars()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        var planned = (await RunAsync(aws, ["--plan", "--format", "json"])).EndsWith(0);
        await Python.ValidateAsync(planned.Out, "assay.plan.1");
        var plan = JsonDocument.Parse(planned.Out).RootElement;
        Assert.DoesNotContain(aws.Calls, call => call.Operation is "GetMetricData" or "GetCostAndUsage");
        aws.ClearCalls();

        var scan = (await RunAsync(aws, ["--format", "json", "-v"])).EndsWith(0);

        Assert.All(
            aws.Calls.GroupBy(call => call.Operation),
            each => Assert.Matches($@"\b{each.Key} {each.Count()}\b", scan.Error));
        Assert.Equal(
            aws.Calls.GroupBy(call => call.Operation).Select(each => (each.Key, each.Count())).Order(),
            plan.GetProperty("operations").EnumerateArray().Select(each =>
                (each.GetProperty("operation").GetString()!, each.GetProperty("calls").GetInt32())).Order());
        var metrics = aws.Calls.Where(call => call.Operation == "GetMetricData")
            .Sum(call => call.Body!.Split("\"MetricStat\"").Length - 1);
        var bill = aws.Calls.Count(call => call.Service == "ce");
        Assert.Equal(0.00001m * metrics + 0.01m * bill, plan.GetProperty("costUsd").GetDecimal());
        Assert.Equal(plan.GetProperty("costUsd").GetDecimal(), scan.Report.Root.GetProperty("coverage")
            .GetProperty("apiCostUsd").GetDecimal());
        Assert.Contains($"GetMetricData {aws.Calls.Count(call => call.Operation == "GetMetricData")} with", scan.Error);
        Assert.Contains("read-only", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_bill_is_planned_at_most_because_a_member_without_Bedrock_on_it_costs_one_cent_less()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        var planned = (await RunAsync(aws, ["--plan", "--bill", "--format", "json"])).EndsWith(0).Out;
        var plan = JsonDocument.Parse(planned).RootElement;
        aws.ClearCalls();

        var report = (await RunAsync(aws, ["--bill", "--format", "json"])).EndsWith(0).Report;
        await Python.ValidateAsync(report.Root.GetRawText());
        Assert.NotEmpty(report.Root.GetProperty("billed").GetProperty("rows").EnumerateArray());

        var inexact = plan.GetProperty("operations").EnumerateArray()
            .Where(each => !each.GetProperty("exact").GetBoolean())
            .Select(each => (each.GetProperty("operation").GetString(), each.GetProperty("calls").GetInt32()));
        Assert.Equal([("GetDimensionValues", 2), ("GetCostAndUsage", 2)], inexact);
        Assert.Equal(
            [4, 20],
            plan.GetProperty("operations").EnumerateArray().Where(each => !each.GetProperty("exact").GetBoolean())
                .Select(each => each.GetProperty("mostCalls").GetInt32()));
        Assert.Equal(3, aws.Calls.Count(call => call.Service == "ce"));
        Assert.Equal(aws.Calls.Count + 1, plan.GetProperty("calls").GetInt32());
    }

    [Fact]
    public async Task A_refused_list_is_in_the_plan_as_the_scan_meets_it()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListInferenceProfiles" });
        var plan = JsonDocument.Parse((await RunAsync(aws, ["--plan", "--format", "json"])).EndsWith(0).Out).RootElement;
        aws.ClearCalls();

        (await RunAsync(aws, ["--format", "json"])).EndsWith(4);

        Assert.Equal(aws.Calls.Count, plan.GetProperty("calls").GetInt32());
    }

    [Fact]
    public async Task A_scan_that_would_cost_more_is_refused_before_it_costs_anything()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await RunAsync(aws, ["--max-cost", "0.001"])).Refuses(5, "--max-cost 0.001", "would cost");

        Assert.DoesNotContain(aws.Calls, call => call.Operation is "GetMetricData" || call.Service == "ce");
    }

    private static Task<Ran> RunAsync(FakeAwsServer aws, string[] more) =>
        Everything.At(aws).RunAsync(["scan", .. Time, .. Everywhere, .. more]);
}
