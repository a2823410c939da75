using System.Globalization;
using System.IO.Compression;
using System.Text;
using Assay.Calls;
using Assay.Diagnostics;
using Assay.Sources;
using Assay.Sources.Shapes;

namespace Assay.Tests.Sources;

/// <summary>Reads bytes as a file of calls and keeps all that comes out.</summary>
internal sealed class ReadCalls : ICallSink
{
    public static HashKey Key { get; } = new(new byte[HashKey.Length]);

    public List<CallEntry> Calls { get; } = [];

    public List<ShapeNode> Nodes { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    public ReadResult Result { get; private set; } = new("", 0, 0, 0, 0, false);

    public long Surprises { get; private set; }

    public static ReadCalls Of(string text, bool isStrict = false) => Of(Encoding.UTF8.GetBytes(text), isStrict);

    public static ReadCalls Of(byte[] bytes, bool isStrict = false, string place = "file", IObjectStore? bodies = null)
    {
        using var reader = new CallReader(Key, new ReaderOptions(IsStrict: isStrict, Bodies: bodies));
        return With(reader, bytes, place);
    }

    public static ReadCalls With(CallReader reader, byte[] bytes, string place = "file")
    {
        var read = new ReadCalls();
        read.Result = reader.Read(
            new CallFile(place, bytes.Length, () => new MemoryStream(bytes, writable: false)), read, _ => false,
            read.Diagnostics.Add);
        read.Surprises = reader.Surprises;
        return read;
    }

    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public void Take(in ShapeNode node) => Nodes.Add(node);

    public void Take(CallEntry entry) => Calls.Add(entry);

    /// <summary>A call in one line, as the folders of examples keep them; an unknown is a question mark.</summary>
    public string Say(CallEntry call) => string.Create(
        CultureInfo.InvariantCulture,
        $"{call.Line}: {call.Time:yyyy-MM-ddTHH:mm:ss} {call.Account}/{call.Region} {call.Operation} {call.ModelId}"
        + $" tier {call.Tier?.ToString() ?? "?"} via {call.InferenceRegion ?? "?"} by {call.Caller ?? "?"}"
        + $" session {call.Session ?? "?"} metadata {call.Metadata ?? "?"}\n"
        + $"   input {Of(call.Input)} output {Of(call.Output)} read {Of(call.CacheRead)} write 5m {Of(call.CacheWrite5m)}"
        + $" 1h {Of(call.CacheWrite1h)} 30m {Of(call.CacheWrite30m)} ttl unknown {Of(call.CacheWriteUnknownTtl)}"
        + $" max {Of(call.MaxTokens)} stop {call.Stop ?? "?"} ms {Of(call.LatencyMs)} first {Of(call.FirstTokenMs)}"
        + $" error {call.Error ?? "none"}\n"
        + $"   offers {call.ToolsOffered ?? "nothing"} uses {call.ToolsUsed ?? "nothing"} points {call.CachePoints ?? "?"}"
        + $" shape {Shape(call)} answer {(call.Answer is null ? "?" : "hashed")}");

    /// <summary>The path from the first block to the leaf.</summary>
    public string Shape(CallEntry call)
    {
        var steps = new Stack<string>();
        for (var id = call.Leaf; id is { } at;)
        {
            var node = Nodes.First(each => each.Id == at);
            steps.Push(node.Kind == BlockKind.Run
                ? $"run {node.Content}+{node.Count}"
                : $"{node.Role}.{node.Kind}({node.Bytes}{(node.ToolName is { } name ? " " + name : "")})");
            id = node.Parent;
        }

        return steps.Count == 0 ? "?" : string.Join(" ", steps);
    }

    /// <summary>All that two readings of the same bytes must have in common.</summary>
    public IEnumerable<string> Everything() =>
    [
        .. Calls.Select(call => call.ToString()), .. Nodes.Select(node => node.ToString()),
        .. Diagnostics.Select(each => each.ToString()), $"{Result.Records} {Result.Rejected} {Result.IsWhole}",
    ];

    private static string Of(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
