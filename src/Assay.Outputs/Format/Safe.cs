using System.Globalization;
using System.Text;

namespace Assay.Outputs.Format;

/// <summary>
/// Text from an account (names, tags, ids) can hold anything. Terminals obey control characters, and readers are
/// fooled by characters that turn or hide text, so neither leaves this program raw.
/// </summary>
internal static class Safe
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line: white space becomes a space, what has no glyph becomes a visible mark.</summary>
    public static string Line(string text) => text.All(char.IsAsciiLetterOrDigit) ? text : Cleaned(text);

    /// <summary>A snippet's lines, each safe, with tabs as four spaces so that indentation survives.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
            .Select(line => Line(line.Replace("\t", "    ", StringComparison.Ordinal)));

    /// <summary>
    /// True where a character has no glyph of its own: control, format (bidirectional marks), line separators.
    /// </summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (IsHidden(rune))
            {
                clean.Append(Replacement);
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
