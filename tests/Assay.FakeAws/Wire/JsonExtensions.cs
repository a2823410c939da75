using System.Text.Json;

namespace Assay.FakeAws.Wire;

/// <summary>Reading members that may be absent.</summary>
internal static class JsonExtensions
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static int? Int(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? (int)value.GetDouble()
            : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is (JsonValueKind.True or JsonValueKind.False)
            ? value.GetBoolean()
            : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    /// <summary>A timestamp as the JSON protocols send it, in seconds; an ISO instant is taken too.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(value.GetDouble() * 1000))
        : value.TryGetDateTimeOffset(out var instant) ? instant
        : null;
}
