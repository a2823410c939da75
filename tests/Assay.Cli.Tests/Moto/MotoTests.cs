using System.Globalization;
using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Moto;

/// <summary>The program against an AWS that others wrote, judged by sums that Python made of them.</summary>
public sealed class MotoTests(MotoAccount account) : IClassFixture<MotoAccount>
{
    private static readonly string[] Counts =
        ["invocations", "inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens"];

    private static readonly string[] Place = ["account", "region", "modelId"];

    private static readonly string[] Lacking =
        ["foundation-models", "inference-profiles", "provisioned-throughput", "quotas"];

    [Fact]
    public async Task Two_accounts_and_three_Regions_count_and_cost_what_Python_reckons()
    {
        await account.ReadyAsync();

        var report = account.Ran.EndsWith(4).Report;

        Assert.Equal(
            Lines(account.Expected.GetProperty("rows"), row => row.GetProperty("cost").GetString()),
            Lines(report.Root.GetProperty("models"), row => Exact(Report.Money(row, "costUsd"))));
        Assert.Equal(account.Expected.GetProperty("cost").GetString(), Exact(report.Cost));
        Assert.Equal(account.Expected.GetProperty("previous").GetString(), Exact(report.PreviousCost));
    }

    [Fact]
    public async Task What_moto_lacks_is_named_in_every_place_and_the_metrics_stay_whole()
    {
        await account.ReadyAsync();

        var report = account.Ran.EndsWith(4).Report;

        // Bare moto answers 500 to most of Bedrock's lists: two accounts in three Regions each.
        Assert.All(Lacking, source => Assert.Equal(6, report.Gaps.Count(gap => gap.StartsWith($"{source} ", Exactly))));
        report.Tells("bedrock:ListFoundationModels");
        Assert.DoesNotContain(report.Gaps, gap => gap.StartsWith("cloudwatch-metrics ", Exactly));
        Assert.DoesNotContain(report.Gaps, gap => gap.StartsWith("cloudwatch-previous-window ", Exactly));
    }

    [Fact]
    public async Task The_verify_command_of_each_finding_gives_the_reports_own_total()
    {
        await account.ReadyAsync();
        var report = account.Ran.EndsWith(4).Report;
        var findings = report.Findings.Where(finding => Report.HasLever(finding) && !IsOldCache(finding)).ToList();

        Assert.InRange(findings.Count, 3, 20);
        await AgreeAsync(report, findings);
    }

    [Fact]
    public async Task The_verify_command_of_a_cache_finding_asks_for_the_older_names_where_those_have_the_data()
    {
        await account.ReadyAsync();
        var report = account.Ran.EndsWith(4).Report;
        var findings = report.Findings.Where(IsOldCache).ToList();

        Assert.NotEmpty(findings);
        await AgreeAsync(report, findings);
    }

    [Fact]
    public async Task Minutes_that_a_scan_read_are_the_demand_of_assay_capacity_as_Python_reckons()
    {
        await account.ReadyAsync();
        using var folder = new TempFolder();
        var expected = account.Expected.GetProperty("demand");
        string[] time = ["--since", "3d", "--now", "2026-11-20T06:30:00Z"];
        var (region, model) = (expected.GetProperty("region").GetString()!, expected.GetProperty("modelId").GetString()!);
        (await account.Shell.RunAsync(
            ["scan", "--minutes", "--ledger", folder.Sub("minutes.duckdb"), "--region", region, .. time,
                "--role", $"arn:aws:iam::{MotoAccount.Other}:role/reader", "--quiet"])).EndsWith(4);
        using var told = JsonDocument.Parse((await account.Shell.RunAsync(
            ["capacity", "--ledger", folder.Sub("minutes.duckdb"), "--region", region, "--model", model, "--discount", "0.1",
                "--format", "json", .. time])).EndsWith(0).Out);
        var capacity = told.RootElement;
        Assert.Equal("metrics-by-minute", capacity.GetProperty("subject").GetProperty("source").GetString());
        Assert.Equal(expected.GetProperty("windows").GetInt32(), capacity.GetProperty("windows").GetInt32());
        Assert.Equal(expected.GetProperty("p95").GetDecimal(), capacity.GetProperty("p95").GetDecimal());
        Assert.Equal(
            expected.GetProperty("most").GetDecimal(),
            capacity.GetProperty("sizes").EnumerateArray().Single(size => size.GetProperty("name").GetString() == "most").GetProperty("size").GetDecimal());
        Assert.Equal(decimal.Parse(expected.GetProperty("usd").GetString()!, CultureInfo.InvariantCulture), capacity.GetProperty("onDemandUsd").GetDecimal(), 6);
    }

    private static StringComparison Exactly => StringComparison.Ordinal;

    /// <summary>A finding about the cache of the model that the script gave the older names only.</summary>
    private static bool IsOldCache(JsonElement finding) =>
        Verify(finding).Contains("CacheRead", Exactly)
        && Subject(finding, "modelId")!.StartsWith("us.anthropic.claude-haiku", Exactly);

    private async Task AgreeAsync(Report report, IReadOnlyList<JsonElement> findings)
    {
        // The AWS CLI belongs to the tester's Python, which may look for itself below the tester's home.
        var shell = account.Shell.With("HOME", Environment.GetEnvironmentVariable("HOME") ?? "")
            .With("AWS_CONFIG_FILE", "/dev/null").With("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        Assert.SkipUnless((await shell.TryAsync("aws", "--version"))?.Exit == 0, "the AWS CLI is not on this machine");
        foreach (var finding in findings.DistinctBy(finding => (Verify(finding), Subject(finding, "account"))))
        {
            var caller = Subject(finding, "account") == MotoAccount.Other ? Assumed(shell) : shell;
            var answer = (await caller.TryAsync("sh", "-c", Verify(finding)))!;
            Assert.True(answer.Exit == 0, Verify(finding) + "\n" + answer.Error);
            var asked = decimal.Parse(answer.Out, NumberStyles.Float, CultureInfo.InvariantCulture);
            var reported = Reported(report, finding);
            Assert.True(reported == asked, $"the report says {reported}, but {asked} answers {Verify(finding)}");
        }
    }

    private Shell Assumed(Shell shell)
    {
        var keys = account.Expected.GetProperty("credentials");
        return shell.With("AWS_ACCESS_KEY_ID", keys.GetProperty("aws_access_key_id").GetString()!)
            .With("AWS_SECRET_ACCESS_KEY", keys.GetProperty("aws_secret_access_key").GetString()!)
            .With("AWS_SESSION_TOKEN", keys.GetProperty("aws_session_token").GetString()!);
    }

    /// <summary>The report's own total of what a command asks for: rows by tier are a split of it.</summary>
    private static decimal Reported(Report report, JsonElement finding)
    {
        var words = Verify(finding).Split(' ');
        var metric = Verify(finding).Contains("get-metric-data", Exactly)
            ? "CacheReadInputTokenCount"
            : words[Array.IndexOf(words, "--metric-name") + 1];
        var count = metric switch
        {
            "Invocations" => "invocations",
            "InputTokenCount" => "inputTokens",
            "OutputTokenCount" => "outputTokens",
            "CacheReadInputTokenCount" or "CacheReadInputTokens" => "cacheReadTokens",
            "CacheWriteInputTokenCount" or "CacheWriteInputTokens" => "cacheWriteTokens",
            var other => throw new InvalidDataException($"no count of the report is {other}"),
        };
        return report.Rows
            .Where(row => Place.All(name => row.Text(name) == Subject(finding, name)))
            .Sum(row => row.Count(count) ?? 0);
    }

    private static string Verify(JsonElement finding) => finding.GetProperty("verify").GetString()!;

    private static string? Subject(JsonElement finding, string name) =>
        finding.GetProperty("subject").GetProperty(name).GetString();

    private static List<string> Lines(JsonElement rows, Func<JsonElement, string?> cost) =>
    [
        .. rows.EnumerateArray().Select(row => string.Join(
            ' ',
            Place.Append("tier").Select(name => row.GetProperty(name).GetString() ?? "-")
                .Concat(Counts.Select(name => $"{name}={row.GetProperty(name)}"))
                .Append($"${cost(row) ?? "?"}")))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All twelve decimals, as Python writes them.</summary>
    private static string? Exact(decimal? money) => money?.ToString("0.############", CultureInfo.InvariantCulture);
}
