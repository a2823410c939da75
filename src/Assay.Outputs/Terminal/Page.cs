using Assay.Outputs.Content;
using Assay.Outputs.Format;

namespace Assay.Outputs.Terminal;

/// <summary>
/// Lines in the making. What comes in is text of the report and is made safe here, so that no section can forget to.
/// </summary>
internal sealed class Page(int width)
{
    /// <summary>Longer lines of prose are hard to read, however wide the terminal.</summary>
    private const int WidestProse = 110;

    private readonly List<IReadOnlyList<Span>> lines = [];

    public int Width => width;

    public IReadOnlyList<IReadOnlyList<Span>> Lines => lines;

    /// <summary>What was made apart.</summary>
    public void Add(Page part) => lines.AddRange(part.lines);

    public void Blank() => lines.Add([]);

    public void Line(params Span[] spans) => lines.Add([.. spans.Select(Clean)]);

    public void Heading(string title, string note)
    {
        Blank();
        var upper = new Span(title.ToUpperInvariant(), Tone.Strong);
        Beside(upper, Text.Width(upper.Text) + 2, [new Span(note, Tone.Dim)]);
    }

    /// <summary>A label in a margin of its own and wrapped text beside it.</summary>
    public void Beside(Span label, int margin, IEnumerable<Span> text)
    {
        var first = Text.PadRight(Clean(label).Text, margin);
        var wrapped = Wrap.Lines(text.Select(Clean), Math.Min(width, WidestProse) - margin);
        for (var i = 0; i < wrapped.Count; i++)
        {
            var start = i == 0 ? first : new string(' ', margin);
            lines.Add([new Span(start, label.Tone), .. wrapped[i]]);
        }
    }

    /// <summary>A command to be copied: continued with a backslash where it is too long for the line.</summary>
    public void Command(Span label, int margin, string command)
    {
        var parts = ShellLines.Of(Safe.Line(command), width - margin);
        for (var i = 0; i < parts.Count; i++)
        {
            lines.Add([new Span(Text.PadRight(i == 0 ? label.Text : "", margin), label.Tone), new Span(parts[i])]);
        }
    }

    public void Code(int margin, string code)
    {
        foreach (var line in Safe.Lines(code))
        {
            lines.Add([new Span(new string(' ', margin) + line)]);
        }
    }

    public void Table(Sheet sheet, bool all)
    {
        Heading(sheet.Title, sheet.Note);
        var (rows, omitted) = sheet.Shown(all);
        lines.AddRange(new Grid(sheet, rows, width).Lines());
        if (omitted is not null)
        {
            Line(new Span(omitted, Tone.Dim));
        }
    }

    private static Span Clean(Span span) => span with { Text = Safe.Line(span.Text) };
}
