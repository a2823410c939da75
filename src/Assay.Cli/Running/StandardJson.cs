using System.Text.Json;

namespace Assay.Cli.Running;

/// <summary>Writes one JSON object to standard output, with a line's end behind it.</summary>
internal static class StandardJson
{
    /// <summary>A number, or null where it is not known.</summary>
    public static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <param name="schema">Its first member.</param>
    public static void Write(string schema, Action<Utf8JsonWriter> members)
    {
        using var stdout = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(stdout, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schema", schema);
        members(json);
        json.WriteEndObject();
        json.Flush();
        stdout.WriteByte((byte)'\n');
    }
}
