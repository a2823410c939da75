using System.Text;
using Assay.Calls;
using Assay.Models;
using Assay.Sources.Json;
using Assay.Sources.Shapes;

namespace Assay.Sources.TokenTrace;

/// <summary>
/// The prompt of a traced call as runs of consecutive block ids. A run is a node: its place is the run before it, the
/// block at which it leaves that one, and its first id; how long it is grows with what calls pass. So two calls that
/// begin alike share nodes whichever came first, and a prompt of a thousand blocks is a few rows.
/// </summary>
internal sealed class TraceShape(HashKey key) : IDisposable
{
    private const int Remembered = 1 << 17;

    private readonly BlockHasher hasher = new(key);
    private readonly Dictionary<long, int> handedOut = [];
    private readonly Dictionary<string, long> roots = new(StringComparer.Ordinal);

    public void Forget() => handedOut.Clear();

    /// <returns>The last run, and how many whole blocks the prompt has up to its end.</returns>
    public (long? Leaf, int? Blocks) Read(JsonValue prefix, string? session, string model, ICallSink sink)
    {
        var size = prefix["size"u8].Whole is > 0 and <= int.MaxValue and var whole
            ? (int)whole
            : throw TraceRecord.Wrong("prefix.size");
        var scope = prefix["scope"u8];
        var root = scope.Says("global"u8) ? Root("global", model)
            : scope.Says("session"u8) ? Root("session " + session, model)
            : throw TraceRecord.Wrong("prefix.scope");
        var runs = prefix["runs"u8];
        if (!runs.IsArray)
        {
            throw TraceRecord.Wrong("prefix.runs");
        }

        var (node, depth, chain) = ((long?)null, 0, root);
        var (first, count) = (0L, 0);
        foreach (var run in runs.Items)
        {
            var (from, many) = Run(run);
            if (count > 0 && from != first + count)
            {
                node = Take(sink, (node, chain, depth, size), first, count);
                (chain, depth, count) = (node.Value, depth + count, 0);
            }

            first = count == 0 ? from : first;
            count = checked(count + many);
        }

        return count == 0 ? (null, 0) : (Take(sink, (node, chain, depth, size), first, count), depth + count);
    }

    public void Dispose() => hasher.Dispose();

    private long Take(ICallSink sink, (long? Node, long Chain, int Depth, int Size) at, long first, int count)
    {
        var id = hasher.Chained(hasher.Chained(at.Chain, first), at.Depth);
        if (handedOut.GetValueOrDefault(id) < count)
        {
            if (handedOut.Count == Remembered)
            {
                handedOut.Clear();
            }

            handedOut[id] = count;
            sink.Take(new ShapeNode(
                id, at.Node, at.Depth, BlockRole.User, BlockKind.Run, 0, 0, first, 0, null, count, at.Size));
        }

        return id;
    }

    private static (long First, int Count) Run(JsonValue run)
    {
        var (first, count, parts) = (-1L, 0L, 0);
        foreach (var part in run.Items)
        {
            (first, count) = parts++ == 0 ? (part.Whole ?? -1, 0) : (first, part.Whole ?? 0);
        }

        return parts == 2 && first >= 0 && count is > 0 and <= int.MaxValue
            ? (first, (int)count)
            : throw TraceRecord.Wrong("prefix.runs");
    }

    private long Root(string scope, string model)
    {
        var name = scope + " " + ModelIdParts.BaseOf(model);
        if (!roots.TryGetValue(name, out var root))
        {
            if (roots.Count == Remembered)
            {
                roots.Clear();
            }

            roots[name] = root = hasher.Of(Encoding.UTF8.GetBytes(name)).Content;
        }

        return root;
    }
}
