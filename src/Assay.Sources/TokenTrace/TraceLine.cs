using System.Globalization;
using System.Text.Json;
using Assay.Units;

namespace Assay.Sources.TokenTrace;

/// <summary>The fields of one line. What is wrong is a <see cref="FormatException"/> that names the field.</summary>
internal readonly struct TraceLine
{
    private readonly JsonElement line;

    public TraceLine(JsonElement line) => this.line = line.ValueKind == JsonValueKind.Object
        ? line
        : throw new FormatException("the line is no object");

    public TracedCall Call(long number) => new(
        number,
        Text("id"),
        Time("at"),
        Text("model") ?? throw Missing("model"),
        Text("region") ?? throw Missing("region"),
        Text("caller") ?? throw Missing("caller"),
        Text("session"),
        Tokens("input") ?? throw Missing("input"),
        Tokens("output") ?? throw Missing("output"),
        Tokens("cacheRead"),
        Tokens("cacheWrite5m"),
        Tokens("cacheWrite1h"),
        Whole(line, "maxTokens"),
        Text("stop"),
        Member(line, "prefix") is { } prefix ? Prefix(prefix) : null);

    private static PromptPrefix Prefix(JsonElement prefix)
    {
        var size = Whole(prefix, "size") is > 0 and <= int.MaxValue and { } whole
            ? (int)whole
            : throw Wrong("prefix.size");
        var isGlobal = Member(prefix, "scope")?.ToString() switch
        {
            "global" => true,
            "session" => false,
            _ => throw Wrong("prefix.scope"),
        };
        var runs = Member(prefix, "runs") is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw Wrong("prefix.runs");
        return new PromptPrefix(size, isGlobal, [.. runs.EnumerateArray().Select(Run)]);
    }

    private static (long First, long Count) Run(JsonElement run) =>
        run.ValueKind == JsonValueKind.Array && run.GetArrayLength() == 2
        && run[0].TryGetInt64(out var first) && run[1].TryGetInt64(out var count) && first >= 0 && count > 0
            ? (first, count)
            : throw Wrong("prefix.runs");

    private Tokens? Tokens(string name) => Whole(line, name) is { } count ? new Tokens(count) : null;

    private string? Text(string name) => Member(line, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong(name),
    };

    private DateTimeOffset Time(string name) =>
        DateTimeOffset.TryParse(
            Text(name) ?? throw Missing(name), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Wrong(name);

    private static long? Whole(JsonElement of, string name) => Member(of, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) && whole >= 0 => whole,
        _ => throw Wrong(name),
    };

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static FormatException Missing(string name) => new($"{name} is missing");

    private static FormatException Wrong(string name) => new($"{name} is not what the format asks for");
}
