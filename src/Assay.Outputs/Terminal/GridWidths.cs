using Assay.Outputs.Content;

namespace Assay.Outputs.Terminal;

/// <summary>How wide columns are.</summary>
internal static class GridWidths
{
    public const int Gap = 2;
    private const int Narrowest = 10;

    /// <summary>The width that shows everything of a column on one line.</summary>
    public static int[] Natural(IReadOnlyList<Column> columns, IReadOnlyList<GridRow> rows) =>
    [
        .. columns.Select((column, i) => rows
            .SelectMany(row => row.Cells[i])
            .Select(paragraph => Text.Width(paragraph.Text))
            .Append(Text.Width(column.Header))
            .Max()),
    ];

    /// <summary>Natural widths, with the widest texts narrowed until the line fits.</summary>
    public static int[] Fitting(IReadOnlyList<Column> columns, IReadOnlyList<GridRow> rows, int width)
    {
        var widths = Natural(columns, rows);
        var room = width - ((columns.Count - 1) * Gap);
        while (widths.Sum() > room)
        {
            var texts = Enumerable.Range(0, columns.Count)
                .Where(i => columns[i].Kind != ColumnKind.Number && widths[i] > Narrowest)
                .ToList();
            if (texts.Count == 0)
            {
                break;
            }

            widths[texts.MaxBy(i => widths[i])]--;
        }

        return widths;
    }
}
