using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>A scan that is denied nothing, what it says, and what it keeps.</summary>
public sealed class WholeScanTests(WholeScanTests.Scanned scanned) : IClassFixture<WholeScanTests.Scanned>
{
    [Fact]
    public async Task Every_row_says_what_was_counted_and_what_it_costs()
    {
        var report = await scanned.ReportAsync();

        Assert.Empty(report.Gaps);
        Is(report, Everything.Sonnet, "geo", 480, (960_000, 144_000, 240_000, 48_000), 5.8212m);
        Is(report, Everything.Profile, "global", 960, (480_000, 96_000, 0, 0), 2.88m);
        Is(report, Everything.Provisioned, "provisioned", 1_440, (1_152_000, 288_000, 0, 0), 2_640m);
        Is(report, Everything.Mantle, "in-region", 240, (192_000, 24_000, 0, 0), 0.0432m);
        Is(report, Everything.Nova, "geo", 384, (288_000, 48_000, 0, 0), 0.4416m);
        Assert.Equal(5, report.Rows.Count);
        Assert.Equal((2_649.186m, 2_649.186m), (report.Cost, report.PreviousCost));
        Assert.Equal(39_737.79m, Report.Money(report.Totals, "monthlyUsd"));
    }

    [Fact]
    public async Task Profiles_carry_their_tags_projects_their_name_and_batch_jobs_their_records()
    {
        var report = await scanned.ReportAsync();

        var profile = report.Row(Everything.Profile);
        Assert.Equal("search", profile.Text("owner"));
        var made = profile.Element.GetProperty("profile");
        Assert.Equal("search-bot", made.GetProperty("name").GetString());
        Assert.Equal("search", made.GetProperty("tags").GetProperty("team").GetString());
        Assert.Equal("batchers", report.Row(Everything.Provisioned).Text("owner"));
        var mantle = report.Row(Everything.Mantle);
        Assert.Equal(("mantle", "proj-one"), (mantle.Text("endpoint"), mantle.Text("project")));
        Assert.Equal(48, report.Row(Everything.Sonnet).Count("throttles"));
        Assert.Equal(98, report.Root.GetProperty("batch")[0].GetProperty("successRecords").GetInt64());
        Assert.Equal(2, report.Root.GetProperty("batch")[0].GetProperty("errorRecords").GetInt64());
    }

    [Fact]
    public async Task The_bill_is_added_only_where_it_was_asked_for_and_nothing_but_reading_is_sent()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        var without = await scanned.ReportAsync();

        var with = (await Everything.ScanAsync(aws, "--bill", "--organization", Everything.Role)).EndsWith(0).Report;

        Assert.Null(Report.Money(without.Totals, "billedUsd"));
        Assert.DoesNotContain(scanned.Calls, call => call.Service == "ce");
        Assert.Equal(12.34m, Report.Money(with.Totals, "billedUsd"));
        Assert.All(aws.Calls.Concat(scanned.Calls), call => Assert.Matches("^(Get|List|AssumeRole$)", call.Operation));
    }

    [Fact]
    public async Task A_report_with_everything_is_valid_by_the_published_schema() =>
        await Python.ValidateAsync((await scanned.ReportAsync()).Root.GetRawText());

    [Fact]
    public async Task Fail_on_tells_findings_apart_from_none()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.ScanAsync(aws, "--fail-on", "high")).EndsWith(3);
    }

    private static void Is(
        Report report, string modelId, string scope, long calls, (long?, long?, long?, long?) tokens, decimal cost)
    {
        var row = report.Row(modelId);
        Assert.Equal(
            (scope, calls, tokens, cost, "priced"),
            (row.Text("scope"), row.Count("invocations"), row.Tokens, row.Cost, row.Text("costStatus")));
    }

    /// <summary>One scan for these tests.</summary>
    public sealed class Scanned
    {
        private readonly Lazy<Task<Report>> report;

        public Scanned() => report = new(async () =>
        {
            await using var aws = await FakeAwsServer.StartAsync(Everything.World);
            var ran = await Everything.ScanAsync(aws);
            Calls = aws.Calls;
            return ran.EndsWith(0).Report;
        });

        internal IReadOnlyList<ReceivedCall> Calls { get; private set; } = [];

        internal Task<Report> ReportAsync() => report.Value;
    }
}
