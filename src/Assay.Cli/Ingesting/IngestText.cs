using System.Text.Json;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Cli.Ingesting;

/// <summary>An ingest's result for a person, and as JSON.</summary>
internal static class IngestText
{
    private const int MostTold = 10;

    public static void Write(IngestResult result, string ledger, TextWriter writer)
    {
        var added = result.Added;
        writer.WriteLine(
            $"{Count.Of(result.Read, "file")} read, {Count.Of(result.Skipped)} known already, "
            + $"{Count.Of(result.Failed)} unreadable · {Bytes(result.Uncompressed)} in {result.Seconds:0.0} s");
        writer.WriteLine(
            $"{Count.Of(added.Kept, "new call")}, {Count.Of(added.Duplicates)} held already, "
            + $"{Count.Of(result.Rejected)} rejected");
        var tokens = added.Tokens;
        writer.WriteLine(
            $"tokens: input {Whole(tokens.Input.Count)}, output {Whole(tokens.Output.Count)}, cache read "
            + $"{Whole(tokens.CacheRead.Count)}, cache write {Whole(tokens.CacheWrite.Count)}");
        writer.WriteLine(
            $"the ledger holds {Count.Of(result.Conversations, "conversation")} in "
            + $"{Count.Of(result.Workloads, "workload")}");
        if (added.Kept > 0)
        {
            writer.WriteLine($"next: assay report --ledger {ledger}");
        }
    }

    public static void WriteDiagnostics(IngestResult result, TextWriter writer, bool all)
    {
        foreach (var each in result.Diagnostics.Take(all ? int.MaxValue : MostTold))
        {
            writer.WriteLine($"{each.Level.ToString().ToLowerInvariant()}: {each.Where}: {each.What}");
        }

        if (!all && result.Diagnostics.Count > MostTold)
        {
            writer.WriteLine($"{result.Diagnostics.Count - MostTold} more; -v shows all");
        }
    }

    public static void WriteJson(IngestResult result) => StandardJson.Write("assay.ingest/1", json =>
    {
        json.WriteStartObject("files");
        json.WriteNumber("read", result.Read);
        json.WriteNumber("skipped", result.Skipped);
        json.WriteNumber("failed", result.Failed);
        json.WriteEndObject();
        json.WriteStartObject("records");
        json.WriteNumber("read", result.Records);
        json.WriteNumber("kept", result.Added.Kept);
        json.WriteNumber("duplicate", result.Added.Duplicates);
        json.WriteNumber("rejected", result.Rejected);
        json.WriteEndObject();
        Tokens(json, result.Added.Tokens);
        json.WriteStartObject("bytes");
        json.WriteNumber("compressed", result.Compressed);
        json.WriteNumber("uncompressed", result.Uncompressed);
        json.WriteEndObject();
        json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
        json.WriteNumber("conversations", result.Conversations);
        json.WriteNumber("workloads", result.Workloads);
        Diagnostics(json, result.Diagnostics);
    });

    private static void Tokens(Utf8JsonWriter json, TokenCounts tokens)
    {
        json.WriteStartObject("tokens");
        json.WriteNumber("input", tokens.Input.Count);
        json.WriteNumber("output", tokens.Output.Count);
        json.WriteNumber("cacheRead", tokens.CacheRead.Count);
        json.WriteNumber("cacheWrite5m", tokens.CacheWrite5m.Count);
        json.WriteNumber("cacheWrite1h", tokens.CacheWrite1h.Count);
        json.WriteNumber("cacheWrite30m", tokens.CacheWrite30m.Count);
        json.WriteNumber("cacheWriteUnknownTtl", tokens.CacheWriteUnknownTtl.Count);
        json.WriteEndObject();
    }

    private static void Diagnostics(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var each in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("level", each.Level.ToString().ToLowerInvariant());
            json.WriteString("where", each.Where);
            json.WriteString("what", each.What);
            json.WriteString("remedy", each.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => $"{bytes / 1_000m:0.0} KB",
        < 1_000_000_000 => $"{bytes / 1_000_000m:0.0} MB",
        _ => $"{bytes / 1_000_000_000m:0.00} GB",
    };

    private static string Whole(long count) =>
        count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
