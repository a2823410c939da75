using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>Several Regions in one report.</summary>
public sealed class RegionTests
{
    private static readonly string[] All =
        ["scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "all", "--format", "json"];

    [Fact]
    public async Task All_is_every_Region_that_is_switched_on()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var report = (await Everything.At(aws).RunAsync(All)).EndsWith(0).Report;

        Assert.Equal(2_649.186m, report.Cost);
        Assert.Equal(
            ["eu-west-1", "us-east-1"],
            aws.Calls.Where(call => call.Operation == "ListMetrics").Select(call => call.Region).Distinct().Order());
    }

    [Fact]
    public async Task All_tries_every_Region_where_the_list_is_denied_and_says_so()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListRegions" });

        var ran = await Everything.At(aws).RunAsync(All);

        var report = ran.EndsWith(4).Report;
        report.Tells("account:ListRegions is denied");
        Assert.Contains(report.Gaps, gap => gap.Contains(" ap-southeast-2 absent: ", StringComparison.Ordinal));
        Assert.Equal(2_649.186m, report.Cost);
        Assert.InRange(aws.Calls.Select(call => call.Region).Distinct().Count(), 25, 40);
        Assert.InRange(ran.Took.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task One_Region_that_is_denied_leaves_the_others()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Region = "eu-west-1" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        Assert.Equal(2_648.7444m, report.Cost);
        Assert.All(report.Gaps, gap => Assert.Contains(" eu-west-1 ", gap, StringComparison.Ordinal));
        Assert.Contains(report.Gaps, gap => gap.Contains("cloudwatch:ListMetrics is denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Region_that_is_switched_off_says_what_to_do()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var report = (await Everything.ScanAsync(aws, "--region", "ap-southeast-2")).EndsWith(4).Report;

        report.Tells("enable the Region for this account, or leave it out with --region");
        Assert.Equal(2_649.186m, report.Cost);
    }

    [Fact]
    public async Task A_list_that_a_Region_does_not_offer_is_told_but_nothing_was_denied_or_lost()
    {
        var world = Everything.Of(new RegionWorld());
        var region = world.Accounts[0].Regions["us-east-1"] with { Quotas = [] };
        var regions = new Dictionary<string, RegionWorld> { ["us-east-1"] = region };
        await using var aws = await FakeAwsServer.StartAsync(
            world with { Accounts = [world.Accounts[0] with { Regions = regions }] });

        var ran = await Everything.At(aws).RunAsync(
            "scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "us-east-1", "--format", "json");

        ran.Report.Tells("ListServiceQuotas is not offered here");
        ran.EndsWith(0);
    }

    [Fact]
    public async Task The_configured_Region_is_read_where_none_is_named()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        string[] scan = ["scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--format", "json"];

        var report = (await Everything.At(aws).With("AWS_REGION", "eu-west-1").RunAsync(scan)).EndsWith(0).Report;
        (await Everything.At(aws).RunAsync(scan)).Refuses(2, "no Region is configured", "--region");

        Assert.Equal(0.4416m, report.Cost);
    }

    [Fact]
    public async Task A_misspelt_Region_gets_the_nearest_one()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.At(aws).RunAsync("scan", "--region", "us-eest-1")).Refuses(2, "us-eest-1", "us-east-1");

        Assert.Empty(aws.Calls);
    }
}
