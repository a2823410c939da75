using System.Globalization;
using Assay.Analysis.Levers;
using Assay.Analysis.Owners;
using Assay.Analysis.Simulation;
using Assay.Cli.Ingesting;
using Assay.Ledgers;
using Assay.Replays;
using Assay.Sources.Shapes;
using Assay.Tests.Support;

namespace Assay.Tests.Replaying;

/// <summary>A small trace: who called when, with which blocks, and what a replay of it says.</summary>
internal static class Traced
{
    public const string Model = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";

    public static readonly DateTimeOffset Start = Some.At("2026-11-02T08:00Z");

    /// <param name="tail">Tokens after the last whole block.</param>
    public static string Line(
        int second,
        IReadOnlyList<int> blocks,
        int size = 100,
        int tail = 0,
        string? session = null,
        string more = "") =>
        "{" + string.Join(
            ',',
            $"\"at\":\"{Start.AddSeconds(second):yyyy-MM-dd'T'HH:mm:ss'Z'}\"",
            $"\"model\":\"{Model}\",\"region\":\"us-east-1\"",
            $"\"caller\":\"{session ?? "app"}\",\"session\":\"{session ?? "one"}\"",
            $"\"input\":{(blocks.Count * size) + tail},\"output\":10{more}",
            $"\"prefix\":{{\"size\":{size},\"scope\":\"{(session is null ? "global" : "session")}\"",
            $"\"runs\":[{Runs(blocks)}]}}") + "}";

    /// <summary>The files' lines, ingested in this order, replayed with these levers.</summary>
    public static Task<ReplayReport> Replay(IReadOnlyList<string[]> files, params string[] levers) =>
        Replay(files, AllowedPlaces.Any, levers);

    public static async Task<ReplayReport> Replay(
        IReadOnlyList<string[]> files, AllowedPlaces allowed, params string[] levers)
    {
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        for (var i = 0; i < files.Count; i++)
        {
            var file = Path.Combine(folder.Path, $"{i.ToString(CultureInfo.InvariantCulture)}.jsonl");
            await File.WriteAllTextAsync(file, string.Join('\n', files[i]) + "\n");
            await Ingest(ledger, file);
        }

        return Replayed(ledger, allowed, levers);
    }

    public static async Task Ingest(string ledger, string path)
    {
        var request = new IngestRequest(ledger, [.. LocalFiles.Of(path)], new LocalBodies(), 1, false, false, 50_000);
        await new IngestRun(request, new HashKey(new byte[32]), OwnerRules.Default).RunAsync(Some.Book, null, default);
    }

    public static ReplayReport Replayed(string ledger, params string[] levers) =>
        Replayed(ledger, AllowedPlaces.Any, levers);

    private static ReplayReport Replayed(string ledger, AllowedPlaces allowed, string[] levers)
    {
        using var opened = Ledger.Open(ledger, "tests");
        return new Replayer(opened, Some.Book, opened.Span ?? Some.Window, LeverOptions.Default with { Allowed = allowed }).Run([.. levers.Select(LeverRequest.Parse)]);
    }

    public static decimal? Measure(this ReplayStep step, string name) =>
        step.Measures.Single(each => each.Name == name).Value;

    private static string Runs(IReadOnlyList<int> blocks)
    {
        var runs = new List<(int First, int Count)>();
        foreach (var block in blocks)
        {
            if (runs.Count > 0 && runs[^1].First + runs[^1].Count == block)
            {
                runs[^1] = (runs[^1].First, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((block, 1));
            }
        }

        return string.Join(',', runs.Select(run => $"[{run.First},{run.Count}]"));
    }
}
