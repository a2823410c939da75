using System.Globalization;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What ran without a known price.</summary>
internal static class UnpricedSheet
{
    private static readonly Column[] Columns =
    [
        new("model", ColumnKind.Id), new("where", ColumnKind.Aside), new("tokens"), new("unit-hours"),
        new("because", ColumnKind.Words),
    ];

    public static Sheet Of(Report report) =>
        new("Without a price", "in no sum of dollars", Columns, [.. report.Totals.Unpriced.Select(Row)]);

    private static List<Span> Row(UnpricedRow row) =>
    [
        new(ModelWords.ShortId(row.ModelId), Tone.Strong),
        new($"{row.Region} · {row.Account}", Tone.Dim),
        row.Tokens is { } tokens ? Count.Of(tokens) : Percent.None,
        row.Hours is { } hours ? hours.ToString("#,0.#", CultureInfo.InvariantCulture) : Percent.None,
        row.Why,
    ];
}
