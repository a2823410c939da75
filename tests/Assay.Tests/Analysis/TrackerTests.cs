using Assay.Analysis.Levers;
using Assay.Analysis.Reporting;
using Assay.Analysis.Tracking;
using Assay.Ledgers;
using Assay.Tests.Replaying;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>
/// What became of a promise, of calls that do not say what they are for. By hand: ten calls an hour of 1,000 tokens in
/// and 600 out cost $0.12 on Sonnet ($3, $15), a call of Haiku 4.5 ($1, $5) $0.004; an hour is 1/720 of a month.
/// </summary>
public sealed class TrackerTests
{
    private const string Haiku = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    /// <summary>
    /// Ten are asked of Haiku, ten checked by it, two asked again: 0.08 + 0.024, so 0.016 of 0.12 is saved, 11.52 a
    /// month, as was promised. Without checks it is 0.064 of 0.12; but half of Haiku's calls may be checks, and then
    /// five calls of 0.012 were replaced and nothing saved. And where all stays, nothing is.
    /// </summary>
    [Theory]
    [InlineData(20, 2, TrackedStatus.Closed, 11.52)]
    [InlineData(10, 2, TrackedStatus.Unknown, null)]
    [InlineData(0, 10, TrackedStatus.Open, 0.0)]
    public async Task A_cascade_is_closed_only_where_it_paid_whatever_its_calls_are(
        int small, int large, TrackedStatus status, double? realised)
    {
        var found = await TrackAsync("cascade", Calls(Haiku, small, 10), Calls(Traced.Model, large, 10));
        Assert.Equal((status, (decimal?)realised), (found.Status, found.RealisedUsd));
    }

    [Fact]
    public async Task Later_calls_that_are_too_few_to_be_judged_close_nothing()
    {
        var few = await TrackAsync("deduplicate", Calls(Traced.Model, 2, 10));
        Assert.Equal((TrackedStatus.Unknown, "the later calls are too few to be judged"), (few.Status, few.Why));
        var enough = await TrackAsync("deduplicate", Calls(Traced.Model, 10, 10));
        Assert.Equal(TrackedStatus.Closed, enough.Status);
    }

    private static async Task<TrackedFinding> TrackAsync(string lever, params IEnumerable<string>[] later)
    {
        using var folder = new Folder();
        var (file, path) = (Path.Combine(folder.Path, "calls.jsonl"), Path.Combine(folder.Path, "ledger"));
        await File.WriteAllLinesAsync(file, [.. Calls(Traced.Model, 10, 8), .. later.SelectMany(each => each)]);
        await Traced.Ingest(path, file);
        using var ledger = Ledger.Open(path, "tests");
        var (before, after) = (HourOf(8), HourOf(10));
        var options = new ReportOptions("track", "0") { Levers = new LeverOptions { MinimumCalls = 4 } };
        var slug = new ReportBuilder(ledger, Some.Book, options).Build(before).Workloads.Single().Id;
        return new Tracker(ledger, Some.Book, before, after, options)
            .Track([new Promise("id", lever, "title", slug, null, 11.52m)]).Single();
    }

    private static Window HourOf(int hour) =>
        new(Some.At($"2026-11-02T{hour:D2}:00Z"), Some.At($"2026-11-02T{hour + 1:D2}:00Z"));

    private static IEnumerable<string> Calls(string model, int count, int hour) => Enumerable.Range(0, count).Select(i =>
        $"{{\"at\":\"2026-11-02T{hour:D2}:{i:D2}:00Z\",\"model\":\"{model}\",\"region\":\"us-east-1\","
            + $"\"caller\":\"writer\",\"session\":\"{hour}\",\"input\":{1000},\"output\":600}}");
}
