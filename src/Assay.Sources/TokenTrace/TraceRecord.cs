using System.Globalization;
using Assay.Calls;
using Assay.Sources.InvocationLog;
using Assay.Sources.Json;
using Assay.Sources.Shapes;

namespace Assay.Sources.TokenTrace;

/// <summary>
/// One line of an <c>assay.calls/1</c> trace: a call with its tokens and ids of its prompt's blocks, no text. What is
/// wrong is a <see cref="FormatException"/> that names the field.
/// </summary>
internal sealed class TraceRecord(TraceShape shape)
{
    /// <summary>What a trace, which names no account, is counted under.</summary>
    public const string NoAccount = "unknown";

    private readonly Interned texts = new();

    public static bool Fits(JsonValue record) => record["at"u8].Exists && record["caller"u8].Exists;

    /// <param name="digest">Of the whole file: with the line it tells apart a call that has no id.</param>
    public CallEntry Read(JsonValue record, long line, Func<string> digest, ICallSink sink)
    {
        var id = Text(record, "id"u8, "id");
        var model = Required(record, "model"u8, "model");
        var session = Text(record, "session"u8, "session");
        var (leaf, blocks) = record["prefix"u8] is { Exists: true, IsNull: false } prefix
            ? shape.Read(prefix, session, model, sink)
            : (null, null);
        return new()
        {
            Id = Guid.TryParseExact(id, "D", out var given) ? given
                : LogRecord.IdOf(id is null ? $"{digest()}:{line}" : "trace/" + id),
            Line = line,
            Time = Time(record["at"u8]),
            Account = NoAccount,
            Region = Required(record, "region"u8, "region"),
            ModelId = model,
            Operation = "trace",
            Caller = Required(record, "caller"u8, "caller"),
            Thread = session,
            Input = Count(record, "input"u8, "input") ?? throw Missing("input"),
            Output = Count(record, "output"u8, "output") ?? throw Missing("output"),
            CacheRead = Count(record, "cacheRead"u8, "cacheRead"),
            CacheWrite5m = Count(record, "cacheWrite5m"u8, "cacheWrite5m"),
            CacheWrite1h = Count(record, "cacheWrite1h"u8, "cacheWrite1h"),
            MaxTokens = Count(record, "maxTokens"u8, "maxTokens"),
            Stop = Text(record, "stop"u8, "stop"),
            Leaf = leaf,
            LeafBlocks = blocks,
        };
    }

    private static DateTimeOffset Time(JsonValue value) =>
        DateTimeOffset.TryParse(
            value.String ?? throw (value.Exists ? Wrong("at") : Missing("at")), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Wrong("at");

    private static long? Count(JsonValue record, ReadOnlySpan<byte> key, string name) => record[key] switch
    {
        { Exists: false } or { IsNull: true } => null,
        var value => BodyUsage.Count(value) ?? throw Wrong(name),
    };

    private string Required(JsonValue record, ReadOnlySpan<byte> key, string name) =>
        Text(record, key, name) ?? throw Missing(name);

    private string? Text(JsonValue record, ReadOnlySpan<byte> key, string name) => record[key] switch
    {
        { Exists: false } or { IsNull: true } => null,
        { IsText: true, IsEscaped: false } text => texts.Of(text.Raw),
        { IsText: true } text => text.String,
        _ => throw Wrong(name),
    };

    private static FormatException Missing(string name) => new($"{name} is missing");

    internal static FormatException Wrong(string name) => new($"{name} is not what the format asks for");
}
