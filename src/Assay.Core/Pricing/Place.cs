using System.Globalization;
using System.Text.Json;
using Assay.Diagnostics;

namespace Assay.Pricing;

/// <summary>A value in a data file that knows where it stands, so that an error can say so.</summary>
internal readonly record struct Place(string Path, JsonElement Value)
{
    public Place Get(string name) => Optional(name) ?? throw Wrong($"{name} is missing");

    public Place? Optional(string name) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
            ? new Place($"{Path}/{name}", value)
            : null;

    public string Text(string name) =>
        Get(name) is { Value.ValueKind: JsonValueKind.String } text
            ? text.Value.GetString()!
            : throw Wrong($"{name} is no text");

    public decimal Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number)
        ? number
        : throw Wrong("no number");

    public DateOnly Day(string name) => OptionalDay(name) ?? throw Wrong($"{name} is missing");

    public DateOnly? OptionalDay(string name) =>
        Optional(name) is not { } day ? null
        : DateOnly.TryParseExact(
            day.Value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw day.Wrong("no date");

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Value.GetString()!)];

    public IReadOnlyList<Place> Items()
    {
        var path = Path;
        return Value.ValueKind == JsonValueKind.Array
            ? [.. Value.EnumerateArray().Select((item, i) => new Place($"{path}[{i}]", item))]
            : throw Wrong("no list");
    }

    public IReadOnlyList<(string Name, Place Value)> Members(string name) => Get(name).Members();

    public IReadOnlyList<(string Name, Place Value)> Members()
    {
        var path = Path;
        return Value.ValueKind == JsonValueKind.Object
            ?
            [
                .. Value.EnumerateObject()
                    .Select(member => (member.Name, new Place($"{path}/{member.Name}", member.Value))),
            ]
            : throw Wrong("no object");
    }

    public AssayException Wrong(string what) =>
        new(ExitCode.Usage, $"{Path}: {what}", "see prices/schema.json, or restore the file from a release");
}
