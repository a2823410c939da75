using Assay.Findings;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Content;

/// <summary>In which order findings are worth a person's time.</summary>
internal static class Ranking
{
    /// <summary>All findings: by severity, then by what they add.</summary>
    public static IReadOnlyList<Finding> All(Report report) =>
        [.. report.Findings.OrderByDescending(finding => finding.Severity).ThenByDescending(Expected)];

    /// <summary>
    /// The findings to act on first: those that save most and can be done today, before those that must wait.
    /// </summary>
    public static IReadOnlyList<Finding> First(Report report, int count) =>
    [
        .. report.Findings
            .Where(finding => Expected(finding) > Usd.Zero)
            .OrderBy(finding => finding.Saving!.AvailableFrom > report.Window.To)
            .ThenByDescending(Expected)
            .Concat(All(report).Where(finding => Expected(finding) <= Usd.Zero && finding.Severity > Severity.Low))
            .Take(count),
    ];

    private static Usd Expected(Finding finding) => finding.Saving?.InSequence.Expected ?? Usd.Zero;
}
