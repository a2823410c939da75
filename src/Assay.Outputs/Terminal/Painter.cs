using Assay.Outputs.Content;
using Spectre.Console;

namespace Assay.Outputs.Terminal;

/// <summary>
/// Lines to text: plain, or with ANSI colours of the sixteen that every terminal has. Spans are written as they are
/// and never parsed as markup.
/// </summary>
internal static class Painter
{
    public static void Paint(IEnumerable<IReadOnlyList<Span>> lines, TextWriter writer, bool color)
    {
        var ansi = new AnsiWriter(writer, new AnsiCapabilities { Ansi = color, ColorSystem = ColorSystem.Standard });
        foreach (var line in lines)
        {
            foreach (var span in Trimmed(line))
            {
                if (color && span.Tone != Tone.Plain)
                {
                    ansi.Write(span.Text, Look(span.Tone));
                }
                else
                {
                    writer.Write(span.Text);
                }
            }

            writer.Write('\n');
        }
    }

    /// <summary>The line without spaces at its end, which nobody sees and every diff shows.</summary>
    private static IEnumerable<Span> Trimmed(IReadOnlyList<Span> line)
    {
        var last = line.Count - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(line[last].Text))
        {
            last--;
        }

        return line.Take(last + 1).Select((span, i) => i == last ? span with { Text = span.Text.TrimEnd() } : span);
    }

    private static Style Look(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Dim => new Style(decoration: Decoration.Dim),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Olive),
        Tone.Bad => new Style(Color.Maroon, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
