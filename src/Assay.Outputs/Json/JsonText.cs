using System.Globalization;
using System.Text;
using Assay.Outputs.Format;

namespace Assay.Outputs.Json;

/// <summary>
/// The relaxed encoder leaves quotes and angle brackets of snippets as people read them, but lets characters through
/// that turn or hide text in a terminal. Outside strings a document has no such characters, so they can be escaped in
/// the whole of it.
/// </summary>
internal static class JsonText
{
    public static string WithoutHidden(string document)
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
