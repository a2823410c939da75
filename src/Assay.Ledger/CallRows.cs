using Assay.Calls;
using Assay.Usage;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>Calls and nodes into the columns of the staging tables, which are the ledger's.</summary>
internal static class CallRows
{
    public static void Append(DuckDBAppender appender, (int File, int Part) at, int meter, CallEntry call)
    {
        var row = appender.CreateRow()
            .AppendValue(0L).AppendValue((Guid?)call.Id).AppendValue(at.File).AppendValue(call.Line)
            .AppendValue(call.Time.UtcDateTime).AppendValue(meter).AppendValue(call.InferenceRegion)
            .AppendValue(call.Operation).AppendValue(call.Caller).AppendValue(call.Session).AppendValue(call.Thread)
            .AppendValue(call.Metadata);
        row.AppendValue(call.Input).AppendValue(call.Output).AppendValue(call.CacheRead)
            .AppendValue(call.CacheWrite5m).AppendValue(call.CacheWrite1h).AppendValue(call.CacheWrite30m)
            .AppendValue(call.CacheWriteUnknownTtl).AppendValue(call.MaxTokens).AppendValue(call.Stop)
            .AppendValue(call.LatencyMs).AppendValue(call.FirstTokenMs).AppendValue(call.Error);
        row.AppendValue(call.ToolsOffered).AppendValue(call.ToolsUsed).AppendValue(call.CachePoints)
            .AppendValue(call.Leaf).AppendValue(call.LeafBlocks).AppendValue(call.AnswerLeaf)
            .AppendValue(call.AnswerLeafPlain).AppendValue(call.Answer).AppendValue(call.Skeleton).AppendValue(at.Part)
            .EndRow();
    }

    public static void Append(DuckDBAppender appender, (int File, int Part) at, in ShapeNode node) => appender
        .CreateRow()
        .AppendValue(node.Id).AppendValue(node.Parent).AppendValue(node.Depth).AppendValue(Word(node.Role))
        .AppendValue(Word(node.Kind)).AppendValue(node.Bytes).AppendValue(node.BytesUpTo).AppendValue(node.Content)
        .AppendValue(node.Template).AppendValue(node.ToolName).AppendValue(node.Count)
        .AppendValue(node.BlockTokens).AppendValue(at.File).AppendValue(at.Part).EndRow();

    private static string Word(BlockRole role) => role switch
    {
        BlockRole.Tools => "tools",
        BlockRole.System => "system",
        BlockRole.User => "user",
        _ => "assistant",
    };

    private static string Word(BlockKind kind) => kind switch
    {
        BlockKind.Run => "run",
        BlockKind.Tool => "tool",
        BlockKind.Text => "text",
        BlockKind.Image => "image",
        BlockKind.Document => "document",
        BlockKind.Video => "video",
        BlockKind.Audio => "audio",
        BlockKind.ToolUse => "tool-use",
        BlockKind.ToolResult => "tool-result",
        BlockKind.Reasoning => "reasoning",
        _ => "other",
    };
}
