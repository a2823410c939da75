using Assay.Diagnostics;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Content;

/// <summary>What was not read, or not whole.</summary>
internal static class CoverageSheet
{
    private static readonly Column[] Columns =
    [
        new("source", ColumnKind.Id), new("where", ColumnKind.Aside), new("read", ColumnKind.Words),
        new("because", ColumnKind.Words),
    ];

    public static Sheet Of(Report report) =>
        new("Not read in full", "what is missing there is in no number", Columns, [.. Missing(report).Select(Row)]);

    public static IReadOnlyList<Coverage> Missing(Report report) =>
        [.. report.Coverage.Sources.Where(source => source.Status != ReadStatus.Complete).OrderByDescending(Partial)];

    /// <summary>What was read whole, in one line: <c>cloudwatch-metrics (2 places), invocation-logs</c>.</summary>
    public static string Complete(Report report)
    {
        var sources = report.Coverage.Sources
            .Where(source => source.Status == ReadStatus.Complete)
            .GroupBy(source => source.Source)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({group.Count()} places)")
            .ToList();
        return sources.Count == 0 ? "nothing" : string.Join(", ", sources);
    }

    public static string Where(Coverage source) =>
        string.Join(" · ", new[] { source.Region, source.Account }.OfType<string>());

    private static bool Partial(Coverage source) => source.Status == ReadStatus.Partial;

    private static List<Span> Row(Coverage source) =>
    [
        new(source.Source, Tone.Strong),
        new(Where(source), Tone.Dim),
        new(source.Status == ReadStatus.Partial ? "in part" : "not at all", Tone.Warning),
        source.Reason ?? "no reason given",
    ];
}
