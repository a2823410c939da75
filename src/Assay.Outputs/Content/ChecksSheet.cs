using Assay.Reports;

namespace Assay.Outputs.Content;

/// <summary>Checks whose silence means nothing, because something could not be looked at.</summary>
internal static class ChecksSheet
{
    private const int Reasons = 2;

    private static readonly Column[] Columns = [new("check", ColumnKind.Id), new("because", ColumnKind.Words)];

    public static IReadOnlyList<CheckRow> Unknown(Report report) =>
        [.. report.Checks.Where(row => row.Status == CheckStatus.Unknown)];

    public static Sheet Of(Report report) => new(
        "Unknown, not ok", "checks that found nothing, but could not see all", Columns,
        [
            .. Unknown(report).Select(row => (IReadOnlyList<Span>)
            [
                new(row.Check.Id, Tone.Strong),
                string.Join("; ", row.Unseen.Take(Reasons))
                    + (row.Unseen.Count > Reasons ? $" and {row.Unseen.Count - Reasons} more" : ""),
            ]),
        ]);
}
