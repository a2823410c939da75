using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>Several accounts in one report.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task An_organization_is_read_account_by_account_and_closed_ones_are_left_out()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var report = (await Everything.ScanAsync(aws, "--organization", Everything.Role)).EndsWith(0).Report;

        Assert.Equal([Everything.Account, Everything.Member], report.Accounts);
        var row = report.Row("amazon.nova-pro-v1:0", Everything.Member);

        // 4 calls, 2,000 and 500 tokens an hour: 0.096 and 0.024 million tokens at 0.80 and 3.20.
        Assert.Equal((192L, 0.1536m), (row.Count("invocations"), row.Cost));
        Assert.Equal(2_649.3396m, report.Cost);
    }

    [Theory]
    [InlineData("right", 0, 2)]
    [InlineData("wrong", 4, 1)]
    public async Task A_wrong_external_id_costs_that_account_only(string externalId, int exit, int accounts)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.WithExternalId("right"));

        var ran = await Everything.ScanAsync(
            aws, "--organization", Everything.Role, "--external-id", externalId);

        var report = ran.EndsWith(exit).Report;
        Assert.Equal(accounts, report.Accounts.Count);
        var own = report.Rows.Where(row => row.Text("account") == Everything.Account);
        Assert.Equal(2_649.186m, own.Sum(row => row.Cost));
        Assert.Equal(exit == 4, report.Told.Contains($"account {Everything.Member} absent", StringComparison.Ordinal));
        Assert.Equal(exit == 4, report.Told.Contains("sts:AssumeRole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_of_an_account_that_does_not_exist_is_a_gap_and_no_failure()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var ran = await Everything.ScanAsync(aws, "--role", "arn:aws:iam::999999999999:role/reader");

        ran.EndsWith(4).Report.Tells("999999999999");
        Assert.Equal(2_649.186m, ran.Report.Cost);
    }

    [Theory]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Error503Html)]
    public async Task A_role_that_is_answered_with_nonsense_costs_that_account_only(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "AssumeRole" });

        var ran = await Everything.ScanAsync(aws, "--organization", Everything.Role);

        Assert.Equal([Everything.Account], ran.EndsWith(4).Report.Accounts);
        Assert.Equal(2_649.186m, ran.Report.Cost);
    }

    [Theory]
    [InlineData("arn:aws:iam::12345:role/x")]
    [InlineData("reader")]
    public async Task What_is_no_role_is_refused_before_anything_is_asked(string role)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.ScanAsync(aws, "--role", role)).Refuses(2, role, "--role arn:aws:iam::");

        Assert.Empty(aws.Calls);
    }
}
