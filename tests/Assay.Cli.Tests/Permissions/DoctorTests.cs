using System.Text.Json;
using Assay.Aws;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Permissions;

/// <summary>The policy suffices, and what is taken out of it is what the doctor and the scan name.</summary>
public sealed class DoctorTests
{
    private static readonly string[] Doctor =
    [
        "doctor", "--with-logs-and-billing", "--region", "all", "--organization", Everything.Role, "--format", "json",
    ];

    private static readonly List<string> All =
        [.. AllowedOperations.All.Select(each => each.IamAction).OfType<string>().Distinct()];

    public static TheoryData<string> Actions => [.. All];

    [Fact]
    public async Task With_the_policy_and_nothing_more_all_works_and_the_document_keeps_its_schema()
    {
        await using var aws = await FakeAwsServer.StartAsync(Allowing(All));

        var ran = (await Everything.At(aws).RunAsync(Doctor)).EndsWith(0);

        await Python.ValidateAsync(ran.Out, "assay.doctor.1");
        var found = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(All.Order(), Subjects(found, "ok").Where(subject => subject.Contains(':')).Order());
        Assert.Empty(found.GetProperty("missingStatements").EnumerateArray());
        var metrics = aws.Calls.Count(call => call.Operation == "GetMetricData");
        Assert.Equal(2 * 0.02m + 0.00001m * metrics, found.GetProperty("apiCostUsd").GetDecimal());
        var scan = await Everything.At(aws).RunAsync(
            "scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "all", "--format", "json", "--bill",
            "--organization", Everything.Role);
        scan.EndsWith(0);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Each_action_that_is_taken_out_is_named_alone_with_the_statement_that_is_missing(string action)
    {
        await using var aws = await FakeAwsServer.StartAsync(Allowing(All.Where(each => each != action)));

        var found = JsonDocument.Parse((await Everything.At(aws).RunAsync(Doctor)).EndsWith(4).Out).RootElement;

        Assert.Equal([action], Subjects(found, "denied"));
        Assert.Empty(Subjects(found, "failed"));
        var statement = Assert.Single(found.GetProperty("missingStatements").EnumerateArray());
        Assert.Equal(action, Assert.Single(statement.GetProperty("Action").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_is_switched_off_or_not_there_is_told_with_what_to_do_and_is_no_failure()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var ran = (await Everything.At(aws).RunAsync(
            "doctor", "--with-logs-and-billing", "--region", "all", "--bucket", "empty")).EndsWith(4);
        Assert.Contains("s3:ListBucket: s3:ListObjectsV2 failed: NoSuchBucket", ran.Out, StringComparison.Ordinal);

        ran = (await Everything.At(aws).RunAsync("doctor", "--region", "all")).EndsWith(0);
        Assert.Contains("not enabled: ap-southeast-2", ran.Out, StringComparison.Ordinal);
        Assert.Contains($"invocation-logging: is off: no single call can be read later ({Everything.Account} eu-west-1)", ran.Out, StringComparison.Ordinal);
        Assert.Contains("add --with-logs-and-billing", ran.Out, StringComparison.Ordinal);
        ran = await Everything.At(aws).RunAsync("doctor", "--region", "us-east-1", "--with-logs-and-billing", "--bucket", "none");
        Assert.Contains("neither a Cost and Usage Report nor a data export", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Region_that_is_named_but_not_enabled_can_not_be_read()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        var ran = (await Everything.At(aws).RunAsync(
            "doctor", "--region", "us-east-1", "--region", "ap-southeast-2")).EndsWith(4);

        Assert.StartsWith("failed   regions: not enabled: ap-southeast-2", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3, "3 minutes ahead of")]
    [InlineData(8, "8 minutes behind")]
    public async Task A_clock_that_is_off_is_told_by_how_much(int minutes, string said)
    {
        await using var aws = await FakeAwsServer.StartAsync(
            Everything.World, new FakeAwsOptions { SigningClock = new Shifted(TimeSpan.FromMinutes(minutes)) });

        var ran = (await Everything.At(aws).RunAsync("doctor", "--region", "us-east-1")).EndsWith(0);

        Assert.Contains($"clock: is {said} AWS's", ran.Out, StringComparison.Ordinal);
    }

    private static List<string> Subjects(JsonElement found, string status) =>
    [
        .. found.GetProperty("checks").EnumerateArray()
            .Where(check => check.GetProperty("status").GetString() == status)
            .Select(check => check.GetProperty("subject").GetString()!).Distinct(),
    ];

    /// <summary>Everything, with a log in the bucket that the payer's logging names, for callers that may do this.</summary>
    private static World Allowing(IEnumerable<string> actions)
    {
        IReadOnlyList<string> allowed = [.. actions];
        var key = $"p/AWSLogs/{Everything.Account}/BedrockModelInvocationLogs/us-east-1/2026/11/19/06/a.json.gz";
        return Everything.World with
        {
            Accounts =
            [
                .. Everything.World.Accounts.Select(account => account with
                {
                    AllowedActions = allowed,
                    Regions = account.Regions.ToDictionary(region => region.Key, region => region.Value with
                    {
                        LogGroups = new Dictionary<string, IReadOnlyList<LogEvent>> { ["/bedrock"] = [] },
                        Logging = region.Value.Logging is null ? null : Logging,
                    }),
                    Buckets = new Dictionary<string, IReadOnlyList<string>> { ["logs"] = [key] },
                }),
            ],
        };
    }

    private static JsonElement Logging => JsonSerializer.SerializeToElement(new
    {
        s3Config = new { bucketName = "logs", keyPrefix = "p" },
        cloudWatchConfig = new { logGroupName = "/bedrock" },
    });

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
