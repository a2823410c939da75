using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>Faults that stay.</summary>
public sealed class LastingFaultTests
{
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

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        Assert.Equal(4, report.Gaps.Count);
        Assert.All(report.Gaps, gap => Assert.Matches("^(quotas|foundation-models) ", gap));
        Assert.Equal(2_649.186m, report.Cost);
    }

    [Theory]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Malformed)]
    public async Task Metrics_that_never_come_leave_the_rest_and_no_zero(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind, Service = "monitoring" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        Assert.All(report.Rows, row => Assert.Null(row.Count("inputTokens")));
        report.Tells("cloudwatch:ListMetrics");
    }

    [Fact]
    public async Task A_session_that_expires_on_the_way_is_told_with_its_remedy()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.ExpiredToken, Service = "monitoring", Region = "eu-west-1" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        report.Tells("renew the credentials");
        Assert.Equal(5.8212m, report.Row(Everything.Sonnet).Cost);
    }
}
