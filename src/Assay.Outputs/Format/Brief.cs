using System.Text;

namespace Assay.Outputs.Format;

/// <summary>
/// Text for the first screen, where every line has its place: shortened visibly, and in full further down.
/// </summary>
internal static class Brief
{
    /// <summary>A name or id with both of its ends.</summary>
    public static string Middle(string text, int length)
    {
        var letters = text.EnumerateRunes().ToList();
        return letters.Count <= length
            ? text
            : Text(letters.Take(length / 2)) + "…" + Text(letters.TakeLast((length - 1) / 2));
    }

    /// <summary>A sentence up to a word that still fits.</summary>
    public static string Sentence(string text, int length)
    {
        var letters = text.EnumerateRunes().ToList();
        if (letters.Count <= length)
        {
            return text;
        }

        var start = Text(letters.Take(length - 1));
        return (start.LastIndexOf(' ') is > 0 and var space ? start[..space] : start) + "…";
    }

    private static string Text(IEnumerable<Rune> letters) => string.Concat(letters.Select(letter => letter.ToString()));
}
