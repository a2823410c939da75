using Assay.Outputs.Content;
using Assay.Outputs.Format;

namespace Assay.Outputs.Terminal;

/// <summary>A row of cells, each of one or several paragraphs; made safe on the way in.</summary>
internal sealed record GridRow(IReadOnlyList<IReadOnlyList<Span>> Cells)
{
    public static GridRow Of(IReadOnlyList<Span> spans) =>
        new([.. spans.Select(span => (IReadOnlyList<Span>)[Clean(span)])]);

    /// <summary>The row with its asides as further paragraphs of the first cell.</summary>
    public static GridRow Folded(IReadOnlyList<Column> columns, IReadOnlyList<Span> spans)
    {
        var asides = spans.Where((span, i) => columns[i].Kind == ColumnKind.Aside && span.Text.Length > 0)
            .Select(Clean);
        var others = spans.Where((_, i) => columns[i].Kind != ColumnKind.Aside).Select(Clean).ToList();
        return new([[others[0], .. asides], .. others.Skip(1).Select(span => (IReadOnlyList<Span>)[span])]);
    }

    private static Span Clean(Span span) => span with { Text = Safe.Line(span.Text) };
}
