using System.Globalization;
using System.Text.Json;

namespace Assay.Aws.Reading;

/// <summary>Members of AWS's JSON, null where they are absent or of another kind than expected.</summary>
internal static class JsonRead
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Whole(this JsonElement element, string name) =>
        element.Number(name) is { } value and >= long.MinValue and <= long.MaxValue && decimal.Truncate(value) == value
            ? (long)value
            : null;

    public static decimal? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number)
            ? number
            : null;

    public static bool? Truth(this JsonElement element, string name) => element.Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>ISO 8601, or seconds since 1970: which one depends on the protocol.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name)
    {
        var value = element.Member(name);
        if (value is { ValueKind: JsonValueKind.String } text)
        {
            return DateTimeOffset.TryParse(
                text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.ToUniversalTime()
                : null;
        }

        return element.Number(name) is { } seconds and > -62135596800m and < 253402300800m
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
    }

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
