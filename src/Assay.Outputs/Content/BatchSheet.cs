using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>Batch jobs stand apart: whether the metrics hold their tokens too is not documented.</summary>
internal static class BatchSheet
{
    private static readonly Column[] Columns =
    [
        new("job", ColumnKind.Id), new("where", ColumnKind.Aside), new("status", ColumnKind.Words),
        new("submitted", ColumnKind.Words), new("records"), new("failed"),
    ];

    public static Sheet Of(Report report) =>
        new("Batch jobs", "records, not in the sums above", Columns, [.. report.Batch.Select(row => Row(report, row))]);

    private static List<Span> Row(Report report, BatchRow row) =>
    [
        new(row.Name, Tone.Strong),
        new(string.Join(" · ", ModelWords.Label(report, row.ModelId), row.Region, row.Account), Tone.Dim),
        row.Status,
        row.Submitted is { } submitted ? When.Day(submitted) : Count.Unknown,
        Count.Of(row.TotalRecords),
        new(Count.Of(row.ErrorRecords), row.ErrorRecords > 0 ? Tone.Warning : Tone.Plain),
    ];
}
