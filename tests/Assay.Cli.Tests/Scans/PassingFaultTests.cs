using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>Faults that pass.</summary>
public sealed class PassingFaultTests
{
    [Fact]
    public async Task Throttling_is_waited_out()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        foreach (var operation in (string[])["ListMetrics", "GetMetricData", "ListInferenceProfiles"])
        {
            aws.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, Operation = operation, Times = 3 });
        }

        var report = (await Everything.ScanAsync(aws)).EndsWith(0).Report;

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

        var report = (await Everything.ScanAsync(aws)).EndsWith(0).Report;

        Assert.Equal(2_649.186m, report.Cost);
    }
}
