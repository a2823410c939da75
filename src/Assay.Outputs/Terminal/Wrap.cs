using System.Buffers;
using Assay.Outputs.Content;

namespace Assay.Outputs.Terminal;

/// <summary>Text over several lines: broken at spaces, and long ids after the marks that ids are made of.</summary>
internal static class Wrap
{
    private const string Dot = "·";

    private static readonly SearchValues<char> Marks = SearchValues.Create(".-/:_,=");

    public static IReadOnlyList<string> Lines(string text, int width) =>
        [.. Lines([new Span(text)], width).Select(line => string.Concat(line.Select(span => span.Text)))];

    /// <summary>Spans as if they were one text with a space between them; tones stay with their words.</summary>
    public static IReadOnlyList<IReadOnlyList<Span>> Lines(IEnumerable<Span> spans, int width)
    {
        var lines = new List<List<Span>> { new() };
        var used = 0;
        foreach (var word in spans.SelectMany(Words).SelectMany(word => Broken(word, width)))
        {
            var size = Text.Width(word.Text);
            if (used > 0 && used + 1 + size > width)
            {
                lines.Add([]);
                used = 0;
            }

            Append(lines[^1], used > 0 ? word with { Text = " " + word.Text } : word);
            used += size + (used > 0 ? 1 : 0);
        }

        return lines;
    }

    private static void Append(List<Span> line, Span word)
    {
        if (line is [.., var last] && last.Tone == word.Tone)
        {
            line[^1] = last with { Text = last.Text + word.Text };
        }
        else
        {
            line.Add(word);
        }
    }

    /// <summary>Words between spaces; a dot between two parts stays with the one before it.</summary>
    private static IEnumerable<Span> Words(Span span)
    {
        var words = span.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length && words[i + 1] == Dot;
            yield return span with { Text = next ? $"{words[i++]} {Dot}" : words[i] };
        }
    }

    private static IEnumerable<Span> Broken(Span word, int width)
    {
        var rest = word.Text;
        while (Text.Width(rest) > width)
        {
            var start = Text.Start(rest, width);
            var mark = start.AsSpan().LastIndexOfAny(Marks);
            var cut = mark >= start.Length / 2 ? mark + 1 : start.Length;
            yield return word with { Text = rest[..cut] };
            rest = rest[cut..];
        }

        yield return word with { Text = rest };
    }
}
