using Assay.Aws.Tests.Support;
using Assay.FakeAws;

namespace Assay.Aws.Tests.Scans;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_counts_what_the_scan_then_asks()
    {
        await using var aws = await FakeAwsServer.StartAsync(Worlds.Scaled(models: 40, regions: 2, days: 28));
        var request = Scan.Request(days: 14) with { Regions = ["us-east-1", "us-west-2"] };

        var plan = await Scan.Scanner(aws.Endpoint, Scaled.Credentials).PlanAsync(request, CancellationToken.None);
        var asked = aws.Calls.Select(call => call.Operation).Distinct().Order().ToList();
        var scan = await Scan.OfAsync(aws, request, Scaled.Credentials);

        Assert.Equal(scan.Receipt.Calls, plan.Calls);
        Assert.Equal(
            ["GetCallerIdentity", "ListInferenceProfiles", "ListMetrics", "ListProvisionedModelThroughputs"], asked);
    }

    [Fact]
    public async Task The_bill_is_in_the_plan_with_its_cents()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());

        var plan = await Scan.Scanner(aws.Endpoint).PlanAsync(Scan.Request() with { WithBill = true }, CancellationToken.None);

        Assert.Equal(0.02m, plan.ApiCost.Amount);
        Assert.DoesNotContain(aws.Calls, call => call.Service == "ce");
    }
}
