using Assay.Outputs.Content;
using Assay.Outputs.Format;

namespace Assay.Outputs.Html;

/// <summary>The page in the making, a line an element.</summary>
internal sealed class HtmlPage(TextWriter writer)
{
    public void Line(string html)
    {
        writer.Write(html);
        writer.Write('\n');
    }

    public void Begin(string title)
    {
        Line("<!doctype html>");
        Line("<html lang=\"en\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{Markup.Text(title)}</title>");
        Line($"<style>\n{Style()}</style>");
        Line("</head>");
        Line("<body>");
        Line("<main>");
        Line($"<h1>{Markup.Text(title)}</h1>");
    }

    public void End()
    {
        Line("</main>");
        Line("</body>");
        Line("</html>");
    }

    public void Section(string title, string note, Action content)
    {
        Line("<section>");
        Line($"<h2>{Markup.Text(title)}</h2>");
        if (note.Length > 0)
        {
            Line($"<p class=\"note\">{Markup.Text(char.ToUpperInvariant(note[0]) + note[1..])}.</p>");
        }

        content();
        Line("</section>");
    }

    public void Facts(IEnumerable<Fact> facts)
    {
        Line("<dl>");
        foreach (var fact in facts)
        {
            Line($"<dt>{Markup.Text(fact.Label)}</dt><dd>{Markup.Text(fact.Answer)}</dd>");
        }

        Line("</dl>");
    }

    public void Bullets(IEnumerable<string> items)
    {
        Line("<ul>");
        foreach (var item in items)
        {
            Line($"<li>{Markup.Text(item)}</li>");
        }

        Line("</ul>");
    }

    public void Tables(IEnumerable<Sheet> sheets, bool all)
    {
        foreach (var sheet in sheets)
        {
            Section(sheet.Title, sheet.Note, () => Table(sheet, all));
        }
    }

    private void Table(Sheet sheet, bool all)
    {
        var (rows, omitted) = sheet.Shown(all);
        // A table that is wider than the screen moves by itself, with the keyboard too; the page stays.
        Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Markup.Text(sheet.Title)}\">");
        Line("<table>");
        var heads = sheet.Columns.Select(
            column => $"<th scope=\"col\"{Class(column)}>{Markup.Text(column.Header)}</th>");
        Line($"<thead><tr>{string.Concat(heads)}</tr></thead>");
        Line("<tbody>");
        foreach (var row in rows)
        {
            Row(sheet, row);
        }

        Line("</tbody>");
        if (sheet.Total is { } total)
        {
            Line("<tfoot>");
            Row(sheet, total);
            Line("</tfoot>");
        }

        Line("</table>");
        Line("</div>");
        if (omitted is not null)
        {
            Line($"<p class=\"note\">{Markup.Text(omitted)}</p>");
        }
    }

    private void Row(Sheet sheet, IReadOnlyList<Span> cells)
    {
        var html = cells.Select((cell, i) => i == 0
            ? $"<th scope=\"row\"{Class(sheet.Columns[i])}>{Markup.Text(cell)}</th>"
            : $"<td{Class(sheet.Columns[i])}>{Markup.Text(cell)}</td>");
        Line($"<tr>{string.Concat(html)}</tr>");
    }

    private static string Class(Column column) => $" class=\"{Exact.Word(column.Kind)}\"";

    private static string Style()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")
            ?? throw new InvalidOperationException("page.css is not built in");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
