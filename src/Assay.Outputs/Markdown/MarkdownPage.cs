using Assay.Outputs.Content;

namespace Assay.Outputs.Markdown;

/// <summary>Blocks with an empty line between them.</summary>
internal sealed class MarkdownPage(TextWriter writer)
{
    private bool begun;

    public void Block(string text) => Block([text]);

    public void Block(IEnumerable<string> lines)
    {
        if (begun)
        {
            writer.Write('\n');
        }

        begun = true;
        foreach (var line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    public void Facts(IEnumerable<Fact> facts) =>
        Bullets(facts.Select(fact => $"{fact.Label}: {Md.Text(fact.Answer)}"));

    public void Bullets(IEnumerable<string> items) => Block(items.Select(item => "- " + item));

    public void Numbered(IEnumerable<IReadOnlyList<Span>> items)
    {
        var lines = items.Select((item, i) => $"{i + 1}. {Md.Text(item)}").ToList();
        if (lines.Count > 0)
        {
            Block(lines);
        }
    }

    public void Tables(IEnumerable<Sheet> sheets, bool all)
    {
        foreach (var sheet in sheets)
        {
            Table(sheet, all);
        }
    }

    private void Table(Sheet sheet, bool all)
    {
        Block($"## {Md.Text(sheet.Title)}");
        Block(Md.Sentence(sheet.Note));
        var (rows, omitted) = sheet.Shown(all);
        Block(
        [
            Row(sheet.Columns.Select(column => Md.Text(column.Header))),
            Row(sheet.Columns.Select(column => column.Kind == ColumnKind.Number ? "--:" : "---")),
            .. rows.Select(row => Row(row.Select(Md.Text))),
            .. sheet.Total is { } total ? [Row(total.Select(Md.Text))] : Array.Empty<string>(),
        ]);
        if (omitted is not null)
        {
            Block(Md.Text(omitted));
        }
    }

    private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
}
