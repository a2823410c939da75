using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Outputs.Format;

namespace Assay.Outputs.Json;

/// <summary>
/// A document as text. The relaxed encoder leaves quotes and angle brackets of snippets as people read them, but lets
/// characters through that turn or hide text in a terminal. Outside strings a document has no such characters, so they
/// can be escaped in the whole of it.
/// </summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter writer, Action<JsonPen> document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            document(new JsonPen(json));
        }

        writer.Write(WithoutHidden(Encoding.UTF8.GetString(buffer.WrittenSpan)));
        writer.Write('\n');
    }

    private static string WithoutHidden(string document)
    {
        var text = new StringBuilder(document.Length);
        foreach (var rune in document.EnumerateRunes())
        {
            if (rune.Value == '\n' || !Safe.IsHidden(rune))
            {
                text.Append(rune.ToString());
                continue;
            }

            foreach (var unit in rune.ToString())
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
        }

        return text.ToString();
    }
}
