using System.Text.Encodings.Web;
using System.Text.Unicode;
using Assay.Outputs.Content;
using Assay.Outputs.Format;

namespace Assay.Outputs.Html;

/// <summary>Text of the report as HTML, for content and for attributes in quotes: shown, never obeyed.</summary>
internal static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(Safe.Line(text));

    public static string Text(Span span) => (span.Text.Trim().Length, span.Tone) switch
    {
        (0, _) => "",
        (_, Tone.Plain) => Text(span.Text),
        _ => $"<span class=\"{Exact.Word(span.Tone)}\">{Text(span.Text)}</span>",
    };

    public static string Text(IEnumerable<Span> spans) =>
        string.Join(' ', spans.Select(Text).Where(text => text.Length > 0));

    /// <summary>A block of code, line by line.</summary>
    public static string Code(string code) =>
        $"<pre><code>{string.Join('\n', Safe.Lines(code).Select(Encoder.Encode))}</code></pre>";
}
