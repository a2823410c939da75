using Assay.Aws;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>A scan that lacks one permission loses what that permission gives, says which one, no more.</summary>
public sealed class DenialTests(DenialTests.Undisturbed undisturbed) : IClassFixture<DenialTests.Undisturbed>
{
    /// <summary>Operations whose denial takes numbers away, and of which rows.</summary>
    private static readonly Dictionary<string, Func<Row, bool>> Takes = new()
    {
        ["ListMetrics"] = _ => true,
        ["GetMetricData"] = _ => true,
        ["ListAccounts"] = row => row.Text("account") == Everything.Member,
        ["AssumeRole"] = row => row.Text("account") == Everything.Member,
        ["ListInferenceProfiles"] = row => row.Text("modelId") == Everything.Profile,
        ["ListProvisionedModelThroughputs"] = row => row.Text("modelId") == Everything.Provisioned,
        ["ListTagsForResource"] = row => row.Text("owner") is not null,
    };

    private static readonly string[] Asked =
    [
        "scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "all", "--format", "json", "--bill",
        "--organization", Everything.Role,
    ];

    public static TheoryData<string> Operations =>
    [
        .. AllowedOperations.All.Where(each => each.IamAction is not null && each.Purpose < Purpose.Exports).Select(each => each.Name),
    ];

    [Theory, MemberData(nameof(Operations))]
    public async Task One_denied_operation_is_named_and_touches_no_other_number(string operation)
    {
        var whole = await undisturbed.ReportAsync();
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = operation });

        var ran = await Everything.At(aws).RunAsync(Asked);

        var report = ran.EndsWith(4).Report;
        var action = AllowedOperations.All.Single(each => each.Name == operation).IamAction!;
        report.Tells(action);
        var takes = Takes.GetValueOrDefault(operation, _ => false);
        var kept = whole.Rows.Where(row => !takes(row)).ToDictionary(row => row.Key, row => row.Json);
        var found = report.Rows.Where(row => kept.ContainsKey(row.Key)).ToDictionary(row => row.Key, row => row.Json);
        Assert.Equal(kept, found);
        if (!Takes.ContainsKey(operation))
        {
            Assert.Equal((whole.Cost, whole.PreviousCost), (report.Cost, report.PreviousCost));
        }
    }

    [Fact]
    public async Task Capacity_that_may_not_be_listed_has_an_unknown_cost_and_not_none()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListProvisionedModelThroughputs" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        var row = report.Row(Everything.Provisioned);
        Assert.Equal(1_152_000, row.Count("inputTokens"));
        Assert.NotEqual("priced", row.Text("costStatus"));
        Assert.NotEqual(0, row.Cost);
    }

    [Fact]
    public async Task A_profile_that_may_not_be_listed_keeps_its_tokens_without_a_price()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListInferenceProfiles" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        var row = report.Row(Everything.Profile);
        Assert.Equal((480_000, 96_000, 0, 0), row.Tokens);
        Assert.Equal((null, "unpriced"), (row.Cost, row.Text("costStatus")));
        Assert.Equal(576_000, report.Totals.GetProperty("unpriced")[0].GetProperty("tokens").GetInt64());
    }

    [Fact]
    public async Task Metrics_that_may_not_be_read_are_unknown_and_never_zero()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Service = "monitoring" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(4).Report;

        Assert.All(report.Rows, row => Assert.Null(row.Count("inputTokens")));
        Assert.Null(report.PreviousCost);
        await Python.ValidateAsync(report.Root.GetRawText());
    }

    [Fact]
    public async Task Where_nothing_at_all_was_read_there_is_no_result()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Service = "monitoring" });
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Service = "bedrock" });
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Service = "servicequotas" });

        var report = (await Everything.ScanAsync(aws)).EndsWith(1).Report;

        report.Tells("cloudwatch:ListMetrics");
        report.Tells("bedrock:ListInferenceProfiles");
    }

    /// <summary>The same scan with every permission, run once.</summary>
    public sealed class Undisturbed
    {
        private readonly Lazy<Task<Report>> report = new(async () =>
        {
            await using var aws = await FakeAwsServer.StartAsync(Everything.World);
            return (await Everything.At(aws).RunAsync(Asked)).EndsWith(0).Report;
        });

        internal Task<Report> ReportAsync() => report.Value;
    }
}
