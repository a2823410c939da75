using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>An AWS that has a bad day.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Throttling_is_waited_out()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        foreach (var operation in (string[])["ListMetrics", "GetMetricData", "ListInferenceProfiles"])
        {
            aws.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, Operation = operation, Times = 3 });
        }

        var report = (await Everything.At(aws).RunAsync(Everything.Scan)).EndsWith(0).Report;

        Assert.Equal(9, aws.Calls.Count(call => call.Status == 400 || call.Status == 429));
        Assert.Equal((2_649.186m, 2_649.186m), (report.Cost, report.PreviousCost));
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Error503Html)]
    [InlineData(FaultKind.CloseConnection)]
    public async Task A_fault_that_passes_costs_nothing(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "ListMetrics", Times = 1 });
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "ListProvisionedModelThroughputs", Times = 1 });

        var report = (await Everything.At(aws).RunAsync(Everything.Scan)).EndsWith(0).Report;

        Assert.Equal(2_649.186m, report.Cost);
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Error503Html)]
    [InlineData(FaultKind.CloseConnection)]
    [InlineData(FaultKind.Malformed)]
    public async Task A_fault_that_stays_costs_its_own_source(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "ListServiceQuotas" });
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "ListFoundationModels" });

        var report = (await Everything.At(aws).RunAsync(Everything.Scan)).EndsWith(4).Report;

        Assert.Equal(4, report.Gaps.Count);
        Assert.All(report.Gaps, gap => Assert.Matches("^(quotas|foundation-models) ", gap));
        Assert.Equal(2_649.186m, report.Cost);
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Malformed)]
    public async Task Metrics_that_never_come_leave_no_result_and_no_zero(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind, Service = "monitoring" });

        var report = (await Everything.At(aws).RunAsync(Everything.Scan)).EndsWith(1).Report;

        Assert.All(report.Rows, row => Assert.Null(row.Count("inputTokens")));
        Assert.Contains("cloudwatch:ListMetrics", report.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_expires_on_the_way_is_told_with_its_remedy()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.ExpiredToken, Operation = "GetMetricData", Region = "eu-west-1" });

        var report = (await Everything.At(aws).RunAsync(Everything.Scan)).EndsWith(4).Report;

        Assert.Contains("renew the credentials", report.Told, StringComparison.Ordinal);
        Assert.Equal(5.8212m, report.Row(Everything.Sonnet).Cost);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_asked_for_again_after_half_a_minute()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Operation = "ListMetrics", Times = 1 });

        var ran = await Everything.At(aws).RunAsync(Everything.Scan);

        Assert.Equal(2_649.186m, ran.EndsWith(0).Report.Cost);
        Assert.InRange(ran.Took.TotalSeconds, 25, 45);
    }
}
