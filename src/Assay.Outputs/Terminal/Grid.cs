using Assay.Outputs.Content;

namespace Assay.Outputs.Terminal;

/// <summary>
/// A sheet as aligned lines. Numbers keep their width; where there is too little room the asides move under the first
/// column, then the other texts wrap. Nothing is cut without an ellipsis.
/// </summary>
internal sealed class Grid
{
    private const int LongestId = 3;
    private static readonly Span Gap = new(new string(' ', GridWidths.Gap));

    private readonly IReadOnlyList<Column> columns;
    private readonly IReadOnlyList<GridRow> rows;
    private readonly GridRow? total;
    private readonly int[] widths;

    public Grid(Sheet sheet, IReadOnlyList<IReadOnlyList<Span>> rows, int width)
    {
        var fits = Fits(sheet, rows, width);
        columns = fits ? sheet.Columns : [.. sheet.Columns.Where(column => column.Kind != ColumnKind.Aside)];
        Func<IReadOnlyList<Span>, GridRow> row = fits ? GridRow.Of : spans => GridRow.Folded(sheet.Columns, spans);
        this.rows = [.. rows.Select(row)];
        total = sheet.Total is { } spans ? row(spans) : null;
        widths = GridWidths.Fitting(columns, [.. All(sheet, rows).Select(row)], width);
    }

    public IEnumerable<IReadOnlyList<Span>> Lines()
    {
        yield return Spaced(
            columns.Select((column, i) => new Span(Aligned(column, column.Header, widths[i]), Tone.Dim)));
        yield return Rule();
        foreach (var line in rows.SelectMany(Lines))
        {
            yield return line;
        }

        if (total is not null)
        {
            yield return Rule();
            foreach (var line in Lines(total))
            {
                yield return line;
            }
        }
    }

    private static bool Fits(Sheet sheet, IReadOnlyList<IReadOnlyList<Span>> rows, int width)
    {
        var natural = GridWidths.Natural(sheet.Columns, [.. All(sheet, rows).Select(GridRow.Of)]);
        return natural.Sum() + ((natural.Length - 1) * GridWidths.Gap) <= width;
    }

    private static IEnumerable<IReadOnlyList<Span>> All(Sheet sheet, IReadOnlyList<IReadOnlyList<Span>> rows) =>
        sheet.Total is { } total ? [.. rows, total] : rows;

    private Span[] Rule() =>
        [new Span(new string('─', widths.Sum() + ((widths.Length - 1) * GridWidths.Gap)), Tone.Dim)];

    private IEnumerable<IReadOnlyList<Span>> Lines(GridRow row)
    {
        var cells = columns.Select((column, i) => Wrapped(column, row.Cells[i], widths[i])).ToList();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            var at = line;
            yield return Spaced(cells.Select((cell, i) => Piece(columns[i], cell.ElementAtOrDefault(at), widths[i])));
        }
    }

    /// <summary>A cell's paragraphs, one under the other.</summary>
    private static List<Span> Wrapped(Column column, IReadOnlyList<Span> paragraphs, int width) =>
    [
        .. paragraphs.SelectMany((paragraph, i) =>
        {
            var isId = column.Kind == ColumnKind.Id && i == 0;
            var text = isId ? Text.Shortened(paragraph.Text, LongestId * width * 4 / 5) : paragraph.Text;
            return Wrap.Lines(text, width).Select(line => paragraph with { Text = line });
        }),
    ];

    private static Span Piece(Column column, Span? piece, int width) =>
        piece is null ? new Span(new string(' ', width)) : piece with { Text = Aligned(column, piece.Text, width) };

    private static string Aligned(Column column, string text, int width) =>
        column.Kind == ColumnKind.Number ? Text.PadLeft(text, width) : Text.PadRight(text, width);

    private static IReadOnlyList<Span> Spaced(IEnumerable<Span> cells) =>
        [.. cells.SelectMany((cell, i) => i == 0 ? [cell] : new[] { Gap, cell })];
}
