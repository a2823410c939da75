using System.Globalization;
using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Comparing;

/// <summary><c>assay track</c>: promises of an hour held against the calls of a later one.</summary>
public sealed class TrackTests : IDisposable
{
    private const string Sonnet = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private const string Haiku = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    private readonly TempFolder folder = new();

    private static Shell Shell => Support.Shell.Bare.With("ASSAY_HASH_KEY", new string('7', 64));

    public void Dispose() => folder.Dispose();

    /// <summary>
    /// By hand, at $3 in, $15 out, $3.75 to write and $0.30 to read a million. An hour of talk sends 19,500 tokens and
    /// answers 600: $0.0675, of which caching saves $0.037125, 55 %. The later window has two hours, 360 to a month: the
    /// old way costs 24.30, 13.365 is due; cached it costs 10.935, so all of it is saved. The classifier's five calls
    /// cost $0.0165 on Sonnet and a third on Haiku 4.5: 3.96 of what is due is saved, less than was promised of a
    /// cheaper one and more than of one of the same size: a third, 1.98.
    /// </summary>
    [Fact]
    public async Task A_promise_is_closed_when_the_money_moved_and_not_before()
    {
        await WriteAsync("before.jsonl", [.. Talk("kept", 8), .. Talk("idle", 8), .. Talk("gone", 8), .. Classify(8, Sonnet)]);
        await File.WriteAllTextAsync(folder.Sub("assay.yaml"), "thresholds:\n  minimumCalls: 4\n  minimumUsd: 0\n");
        await IngestAsync("before.jsonl");
        (await Shell.RunAsync(
            "report", "--ledger", Ledger, "--config", folder.Sub("assay.yaml"), "--output", folder.Sub("promised.json"), "--quiet"))
            .EndsWith(0);
        var early = await TrackAsync();
        Assert.Equal(1, early.Exit);
        Assert.Contains("holds nothing after the report's window", early.Error, StringComparison.Ordinal);

        await WriteAsync("after.jsonl", [.. Cached("kept", 10), .. Talk("idle", 10), .. Classify(10, Haiku)]);
        await IngestAsync("after.jsonl");
        var ran = (await TrackAsync()).EndsWith(0);
        await Python.ValidateAsync(ran.Out, "assay.track.1");
        using var json = JsonDocument.Parse(ran.Out);
        var found = json.RootElement.GetProperty("findings").EnumerateArray().ToDictionary(
            each => each.GetProperty("id").GetString()!.Split('/') is [var check, _, var caller, ..] ? $"{check} {caller}" : "");
        Assert.Equal(
            ("closed", 26.73m, 13.365m, 13.365m, 0m), Of(found["cache-missing kept"]));
        Assert.Equal(("open", 26.73m, 13.365m, 0m, 13.365m), Of(found["cache-missing idle"]));
        Assert.Equal("unknown", found["cache-missing gone"].GetProperty("status").GetString());
        var moved = Of(found["model-oversized classify"]);
        Assert.Equal(("partly", 3.96m), (moved.Status, moved.Realised));
        var peer = Of(found["model-superseded classify"]);
        Assert.Equal(("closed", 1.98m, 3.96m), (peer.Status, peer.Due, peer.Realised));

        var text = (await TrackAsync("--format", "table")).EndsWith(0).Out;
        Assert.Contains("CLOSED  2 findings, $17.33 of $15.35 realised", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_report_and_what_was_of_metrics_is_told()
    {
        await WriteAsync("calls.jsonl", [.. Talk("talk", 8)]);
        await IngestAsync("calls.jsonl");
        await File.WriteAllTextAsync(folder.Sub("promised.json"), "{}");
        await File.WriteAllTextAsync(folder.Sub("assay.yaml"), "");
        var broken = await TrackAsync();
        Assert.Equal(2, broken.Exit);
        Assert.Contains("is no assay.report/1", broken.Error, StringComparison.Ordinal);
        (await Shell.RunAsync("demo", "--scenario", "one-account", "--output", folder.Sub("promised.json"), "--quiet")).EndsWith(0);
        var ran = (await TrackAsync("--since", "2026-11-02", "--until", "2026-11-03")).EndsWith(0);
        using var json = JsonDocument.Parse(ran.Out);
        Assert.All(
            json.RootElement.GetProperty("findings").EnumerateArray(),
            each => Assert.Equal("unknown", each.GetProperty("status").GetString()));
    }

    private string Ledger => folder.Sub("ledger.duckdb");

    private static (string Status, decimal Promised, decimal Due, decimal Realised, decimal Left) Of(JsonElement finding) => (
        finding.GetProperty("status").GetString()!, Usd(finding, "promisedUsd"), Usd(finding, "dueUsd"),
        Usd(finding, "realisedUsd"), Usd(finding, "leftUsd"));

    private static decimal Usd(JsonElement finding, string name) => Math.Round(finding.GetProperty(name).GetDecimal(), 6);

    private static IEnumerable<string> Talk(string caller, int hour) =>
        Enumerable.Range(0, 6).Select(i => Line(caller, hour, i, 20 + (5 * i), $"\"input\":{2000 + (500 * i)}"));

    private static IEnumerable<string> Cached(string caller, int hour) =>
        Enumerable.Range(0, 6).Select(i => Line(
            caller, hour, i, 20 + (5 * i), i == 0
                ? "\"input\":0,\"cacheWrite5m\":2000"
                : $"\"input\":0,\"cacheWrite5m\":500,\"cacheRead\":{1500 + (500 * i)}"));

    private static IEnumerable<string> Classify(int hour, string model) =>
        Enumerable.Range(0, 5).Select(i => Line("classify", hour, i, 0, "\"input\":1000", model, 20));

    private static string Line(
        string caller, int hour, int minute, int blocks, string tokens, string model = Sonnet, int output = 100) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"at\":\"2026-11-02T{hour:D2}:{minute:D2}:00Z\",\"model\":\"{model}\",\"region\":\"us-east-1\",")
        + $"\"caller\":\"{caller}\",\"session\":\"{caller}{hour}\",{tokens},\"output\":{output}"
        + (blocks == 0 ? "}" : $",\"prefix\":{{\"size\":100,\"scope\":\"session\",\"runs\":[[1,{blocks}]]}}}}");

    private Task WriteAsync(string name, IEnumerable<string> lines) => File.WriteAllLinesAsync(folder.Sub(name), lines);

    private async Task IngestAsync(string name) =>
        (await Shell.RunAsync("ingest", folder.Sub(name), "--ledger", Ledger)).EndsWith(0);

    private Task<Ran> TrackAsync(params string[] more) => Shell.RunAsync(
        ["track", folder.Sub("promised.json"), "--ledger", Ledger, "--config", folder.Sub("assay.yaml"),
            .. more.Contains("--format") ? more : [.. more, "--format", "json"]]);
}
