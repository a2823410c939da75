using System.Globalization;
using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Moto;

/// <summary>The program against an AWS that others wrote, judged by sums that Python made of the same numbers.</summary>
public sealed class MotoTests
{
    private const string Other = "222222222222";
    private const string Now = "2026-11-20T06:30:00Z";

    private static readonly string[] Counts =
        ["invocations", "inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens"];

    [Fact]
    public async Task Two_accounts_and_three_Regions_cost_what_Python_reckons_and_each_verify_command_agrees()
    {
        using var moto = await MotoServer.StartAsync();
        var expected = JsonSerializer.Deserialize<JsonElement>(await Python.RunAsync(
            "moto_account.py", "boto3", moto.Endpoint, "2026-11-17T06:00:00+00:00", "2026-11-20T06:00:00+00:00", Other));
        var shell = At(moto);

        var ran = await shell.RunAsync(
            "scan", "--format", "json", "--since", "3d", "--now", Now, "--role", $"arn:aws:iam::{Other}:role/reader",
            "--region", "us-east-1", "--region", "eu-west-1", "--region", "ap-southeast-2");

        var report = ran.EndsWith(4).Report;
        Assert.Equal(
            Lines(expected.GetProperty("rows"), row => row.GetProperty("cost").GetString()),
            Lines(report.Root.GetProperty("models"), row => Exact(Report.Money(row, "costUsd"))));
        Assert.Equal(expected.GetProperty("cost").GetString(), Exact(report.Cost));
        Assert.Equal(expected.GetProperty("previous").GetString(), Exact(report.PreviousCost));
        NamesWhatMotoLacks(report);
        await EachVerifyCommandAgreesAsync(shell, expected.GetProperty("credentials"), report);
    }

    private static Shell At(MotoServer moto) => Shell.Bare.With("AWS_ENDPOINT_URL", moto.Endpoint)
        .With("AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST0001").With("AWS_SECRET_ACCESS_KEY", "any");

    /// <summary>Bare moto answers 500 to most of Bedrock's lists: six places each, and no number is touched.</summary>
    private static void NamesWhatMotoLacks(Report report)
    {
        foreach (var source in (string[])["foundation-models", "inference-profiles", "provisioned-throughput", "quotas"])
        {
            Assert.Equal(6, report.Gaps.Count(gap => gap.StartsWith(source + " ", StringComparison.Ordinal)));
        }

        Assert.Contains("bedrock:ListFoundationModels", report.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Gaps, gap => gap.StartsWith("cloudwatch-metrics ", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Gaps, gap => gap.StartsWith("cloudwatch-previous-window ", StringComparison.Ordinal));
    }

    private static async Task EachVerifyCommandAgreesAsync(Shell shell, JsonElement credentials, Report report)
    {
        // The AWS CLI belongs to the tester's Python, which may look for itself below the tester's home.
        shell = shell.With("HOME", Environment.GetEnvironmentVariable("HOME") ?? "")
            .With("AWS_CONFIG_FILE", "/dev/null").With("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        Assert.SkipUnless((await shell.TryAsync("aws", "--version"))?.Exit == 0, "the AWS CLI is not on this machine");
        var findings = report.Findings
            .DistinctBy(finding => (finding.GetProperty("verify").GetString(), Subject(finding, "account"))).ToList();
        Assert.InRange(findings.Count, 3, 12);
        await Parallel.ForEachAsync(findings, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (finding, _) =>
        {
            var command = finding.GetProperty("verify").GetString()!;
            var caller = Subject(finding, "account") == Other ? Assumed(shell, credentials) : shell;
            var answer = (await caller.TryAsync("sh", "-c", command))!;
            Assert.True(answer.Exit == 0, command + "\n" + answer.Error);
            var asked = decimal.Parse(answer.Out, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(Reported(report, finding, command) == asked, $"{asked} is the answer to {command}");
        });
    }

    private static Shell Assumed(Shell shell, JsonElement credentials) => shell
        .With("AWS_ACCESS_KEY_ID", credentials.GetProperty("aws_access_key_id").GetString()!)
        .With("AWS_SECRET_ACCESS_KEY", credentials.GetProperty("aws_secret_access_key").GetString()!)
        .With("AWS_SESSION_TOKEN", credentials.GetProperty("aws_session_token").GetString()!);

    /// <summary>The report's own total of what a command asks for: rows by tier are a split of it.</summary>
    private static decimal Reported(Report report, JsonElement finding, string command)
    {
        var count = command.Contains("InputTokenCount", StringComparison.Ordinal)
            ? command.Contains("CacheRead", StringComparison.Ordinal) ? "cacheReadTokens"
                : command.Contains("CacheWrite", StringComparison.Ordinal) ? "cacheWriteTokens" : "inputTokens"
            : command.Contains("CacheReadInputTokens", StringComparison.Ordinal) ? "cacheReadTokens"
            : command.Contains("OutputTokenCount", StringComparison.Ordinal) ? "outputTokens" : "invocations";
        return report.Rows
            .Where(row => ((string[])["account", "region", "modelId"]).All(name => row.Text(name) == Subject(finding, name)))
            .Sum(row => row.Count(count) ?? 0);
    }

    private static string? Subject(JsonElement finding, string name) =>
        finding.GetProperty("subject").GetProperty(name).GetString();

    private static List<string> Lines(JsonElement rows, Func<JsonElement, string?> cost) =>
    [
        .. rows.EnumerateArray().Select(row => string.Join(
            ' ',
            ((string[])["account", "region", "modelId", "tier"]).Select(name => row.GetProperty(name).GetString() ?? "-")
                .Concat(Counts.Select(name => $"{name}={row.GetProperty(name)}"))
                .Append($"${cost(row) ?? "?"}")))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All twelve decimals, as Python writes them.</summary>
    private static string? Exact(decimal? money) => money?.ToString("0.############", CultureInfo.InvariantCulture);
}
