using System.Globalization;
using Spectre.Console;

namespace Assay.Outputs.Terminal;

/// <summary>Text measured in cells of the terminal, where a letter can take none, one or two.</summary>
internal static class Text
{
    private const string Ellipsis = "…";

    public static int Width(string text) => text.GetCellWidth();

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    /// <summary>The longest beginning that fits, never empty, never within a letter.</summary>
    public static string Start(string text, int width) => string.Concat(Fitting(Letters(text), width));

    /// <summary>The longest end that fits.</summary>
    public static string End(string text, int width) =>
        string.Concat(Fitting(Letters(text).Reverse(), width).Reverse());

    /// <summary>Both ends of an id tell it apart; where it is too long the middle gives way, visibly.</summary>
    public static string Shortened(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var room = width - 1;
        return Start(text, room - (room / 2)) + Ellipsis + End(text, room / 2);
    }

    private static IEnumerable<string> Fitting(IEnumerable<string> letters, int width)
    {
        var used = 0;
        foreach (var letter in letters)
        {
            var next = used + Width(letter);
            if (next > width && used > 0)
            {
                yield break;
            }

            used = next;
            yield return letter;
        }
    }

    private static IEnumerable<string> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            yield return letters.GetTextElement();
        }
    }
}
