using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;

namespace Assay.Aws.Tests.Scans;

public sealed class RegionTests
{
    [Fact]
    public async Task All_means_the_Regions_with_Bedrock_that_the_account_has_switched_on()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { Regions = ["all"] });

        Assert.Contains("us-east-1", outcome.Receipt.Regions);
        Assert.Contains("eu-west-1", outcome.Receipt.Regions);
        Assert.DoesNotContain("ap-southeast-3", outcome.Receipt.Regions);
        Assert.Equal(["eu-west-1", "us-east-1"], outcome.Series.Select(series => series.Meter.Region).Order());
    }

    [Fact]
    public async Task Where_the_list_of_Regions_is_denied_all_that_have_Bedrock_are_tried()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListRegions" });

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { Regions = ["all"] });

        Assert.True(outcome.Receipt.Regions.Count > 25);
        Assert.Contains(outcome.Diagnostics, d => d.What.StartsWith("account:ListRegions is denied", StringComparison.Ordinal));
        Assert.Equal(["eu-west-1", "us-east-1"], outcome.Series.Select(series => series.Meter.Region).Order());
    }

    [Fact]
    public async Task A_Region_that_does_not_exist_is_answered_with_the_nearest_that_does()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var e = await Assert.ThrowsAsync<AssayException>(
            () => Scan.OfAsync(aws, Scan.Request() with { Regions = ["us-east-1", "eu-wst-1"] }));

        Assert.Equal(ExitCode.Usage, e.ExitCode);
        Assert.Equal("there is no Region eu-wst-1", e.Message);
        Assert.Equal("did you mean --region eu-west-1?", e.Remedy);
        Assert.Empty(aws.Calls);
    }

    private static World World() => new()
    {
        Clock = Scan.Now,
        Accounts =
        [
            Small.Account(new RegionWorld()) with
            {
                Regions = new Dictionary<string, RegionWorld>
                {
                    ["us-east-1"] = new() { Metrics = [Small.Hours("Invocations", [1])] },
                    ["eu-west-1"] = new() { Metrics = [Small.Hours("Invocations", [2])] },
                    ["ap-southeast-3"] = new() { OptStatus = "DISABLED", Metrics = [Small.Hours("Invocations", [3])] },
                },
            },
        ],
    };
}
