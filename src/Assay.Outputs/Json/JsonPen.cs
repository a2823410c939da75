using System.Text.Json;
using Assay.Outputs.Format;
using Assay.Units;

namespace Assay.Outputs.Json;

/// <summary>
/// Writes the contract's kinds of values. Everything is written by hand, so that field names are where one can read
/// them and native AOT needs no reflection. An unknown is null, never left out.
/// </summary>
internal sealed class JsonPen(Utf8JsonWriter json)
{
    public void Object(string name, Action members)
    {
        json.WritePropertyName(name);
        Object(members);
    }

    public void Object(Action members)
    {
        json.WriteStartObject();
        members();
        json.WriteEndObject();
    }

    public void List<T>(string name, IReadOnlyList<T> items, Action<T> members)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            Object(() => members(item));
        }

        json.WriteEndArray();
    }

    public void Texts(string name, IReadOnlyList<string> texts)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    public void Null(string name) => json.WriteNull(name);

    public void Text(string name, string? text) => json.WriteString(name, text);

    public void Time(string name, DateTimeOffset? time) => Text(name, time is { } t ? Exact.Time(t) : null);

    public void Word<T>(string name, T? value)
        where T : struct, Enum => Text(name, value is { } v ? Exact.Word(v) : null);

    public void Count(string name, long? count) => Number(name, count);

    public void Count(string name, Tokens? tokens) => Number(name, tokens?.Count);

    public void Money(string name, Usd? usd) => Number(name, usd?.Amount);

    public void Number(string name, Share? share) => Number(name, share?.Value);

    /// <summary>The framework would write a decimal's trailing zeros.</summary>
    public void Number(string name, decimal? number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number is { } n ? Exact.Number(n) : "null", skipInputValidation: true);
    }

    public void Range(string name, UsdRange range) => Object(name, () =>
    {
        Money("low", range.Low);
        Money("expected", range.Expected);
        Money("high", range.High);
    });
}
