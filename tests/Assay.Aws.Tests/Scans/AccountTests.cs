using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Scans;

public sealed class AccountTests
{
    private const string Other = "222222222222";
    private const string Third = "333333333333";
    private const string Closed = "444444444444";

    [Fact]
    public async Task Roles_are_read_beside_the_caller_s_own_account()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { Roles = [Role(Other)], ExternalId = "shibboleth" });

        Assert.Equal([Scan.Account, Other], outcome.Receipt.Accounts.Select(account => account.Id));
        Assert.Equal([(Scan.Account, 1L), (Other, 20L)], Calls(outcome));
    }

    [Fact]
    public async Task A_role_that_is_refused_costs_its_account_and_nothing_else()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { Roles = [Role(Other), Role(Third)], ExternalId = "wrong" });

        Assert.Equal([(Scan.Account, 1L), (Third, 300L)], Calls(outcome));
        var coverage = outcome.Facts.OfType<Fact.Read>().Single(read => read.Coverage.Source == "account").Coverage;
        Assert.Equal((Other, null, ReadStatus.Absent), (coverage.Account, coverage.Region, coverage.Status));
        var diagnostic = Assert.Single(outcome.Diagnostics, d => d.Level == Level.Error);
        Assert.Contains("--external-id", diagnostic.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_is_its_active_accounts_with_their_names()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { OrganizationRole = "reader", ExternalId = "shibboleth" });

        Assert.Equal(
            [(Scan.Account, "small"), (Other, "other"), (Third, "third")],
            outcome.Receipt.Accounts.Select(account => (account.Id, account.Name)));
        Assert.Equal([(Scan.Account, 1L), (Other, 20L), (Third, 300L)], Calls(outcome));
        Assert.Equal(2, aws.Calls.Count(call => call.Operation == "AssumeRole"));
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("organization").Status);
    }

    [Fact]
    public async Task Where_the_organization_is_denied_the_caller_s_account_is_read()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListAccounts" });

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { OrganizationRole = "reader" });

        Assert.Equal([(Scan.Account, 1L)], Calls(outcome));
        Assert.Equal("organizations:ListAccounts is denied", outcome.Coverage("organization").Reason);
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("arn:aws:iam::12:role/x")]
    [InlineData("arn:aws:s3:::bucket")]
    public async Task A_role_that_is_no_ARN_is_a_mistake_in_the_command(string role)
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var e = await Assert.ThrowsAsync<AssayException>(() => Scan.OfAsync(aws, Scan.Request() with { Roles = [role] }));

        Assert.Equal(ExitCode.Usage, e.ExitCode);
        Assert.Empty(aws.Calls);
    }

    private static string Role(string account) => $"arn:aws:iam::{account}:role/reader";

    private static IEnumerable<(string Account, long Calls)> Calls(Outcome outcome) => outcome.Series
        .Select(series => (series.Meter.Account, series.Points.Sum(point => point.Counts.Invocations ?? 0)))
        .OrderBy(each => each.Account);

    private static World World() => new()
    {
        Clock = Scan.Now,
        Organization = new Organization { ManagementAccountId = Scan.Account },
        Accounts =
        [
            Small.Account(Region(1)),
            Account(Other, "other", 20, externalId: "shibboleth"),
            Account(Third, "third", 300, externalId: null),
            Account(Closed, "closed", 4000, externalId: null) with { Status = "SUSPENDED" },
        ],
    };

    private static Account Account(string id, string name, double calls, string? externalId) => new()
    {
        Id = id,
        Name = name,
        Roles = [new Role { Name = "reader", ExternalId = externalId }],
        Regions = new Dictionary<string, RegionWorld> { [Scan.Region] = Region(calls) },
    };

    private static RegionWorld Region(double calls) => new() { Metrics = [Small.Hours("Invocations", [calls])] };
}
