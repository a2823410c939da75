using Assay.Calls;

namespace Assay.Ledgers;

/// <summary>Calls and nodes into the columns of their tables.</summary>
internal static class CallRows
{
    public static void Append(ChunkAppender rows, long number, int file, int meter, CallEntry call)
    {
        rows.Add(number);
        rows.Add(call.Id);
        rows.Add(file);
        rows.Add(call.Line);
        rows.Add(call.Time);
        rows.Add(meter);
        rows.Add(call.InferenceRegion);
        rows.Add(call.Operation);
        rows.Add(call.Caller);
        rows.Add(call.Session);
        rows.Add(call.Thread);
        rows.Add(call.Metadata);
        AppendCounts(rows, call);
        rows.Add(call.ToolsOffered);
        rows.Add(call.ToolsUsed);
        rows.Add(call.CachePoints);
        rows.Add(call.Leaf);
        rows.Add(call.LeafBlocks);
        rows.Add(call.AnswerLeaf);
        rows.Add(call.AnswerLeafPlain);
        rows.Add(call.Answer);
        rows.Add(call.Skeleton);
        rows.EndRow();
    }

    public static void Append(ChunkAppender rows, in ShapeNode node)
    {
        rows.Add(node.Id);
        rows.Add(node.Parent);
        rows.Add(node.Depth);
        rows.AddWord((int)node.Role);
        rows.AddWord((int)node.Kind);
        rows.Add(node.Bytes);
        rows.Add(node.BytesUpTo);
        rows.Add(node.Content);
        rows.Add(node.Template);
        rows.Add(node.ToolName);
        rows.Add(node.Count);
        rows.Add(node.BlockTokens);
        rows.EndRow();
    }

    private static void AppendCounts(ChunkAppender rows, CallEntry call)
    {
        rows.Add(call.Input);
        rows.Add(call.Output);
        rows.Add(call.CacheRead);
        rows.Add(call.CacheWrite5m);
        rows.Add(call.CacheWrite1h);
        rows.Add(call.CacheWrite30m);
        rows.Add(call.CacheWriteUnknownTtl);
        rows.Add(call.MaxTokens);
        rows.Add(call.Stop);
        rows.Add(call.LatencyMs);
        rows.Add(call.FirstTokenMs);
        rows.Add(call.Error);
    }
}
