using System.Text;
using Assay.Outputs.Content;
using Assay.Outputs.Format;

namespace Assay.Outputs.Markdown;

/// <summary>Text of the report as Markdown text: shown, never obeyed.</summary>
internal static class Md
{
    /// <summary>Marks that Markdown or HTML would obey, as entities or escaped; <c>@</c> would notify people.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in Safe.Line(text))
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    public static string Text(Span span) => string.IsNullOrWhiteSpace(span.Text) ? ""
        : span.Tone is Tone.Strong or Tone.Warning or Tone.Bad or Tone.Good ? $"**{Text(span.Text.Trim())}**"
        : Text(span.Text);

    public static string Text(IEnumerable<Span> spans) => string.Join(' ', spans.Select(Text));

    /// <summary>The text with a capital and a full stop.</summary>
    public static string Sentence(string text) =>
        text is [var first, .. var rest] ? char.ToUpperInvariant(first) + Text(rest) + "." : "";

    /// <summary>A code span: its fence is longer than any run of backticks within.</summary>
    public static string Code(string text)
    {
        var line = Safe.Line(text);
        var fence = new string('`', LongestRun(line) + 1);
        var pad = fence.Length > 1 ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>A fence that no line of the code can close.</summary>
    public static string Fence(string code) => new('`', Math.Max(3, LongestRun(code) + 1));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
