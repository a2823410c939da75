using Assay.Findings;
using Assay.Reports;

namespace Assay.Outputs.Content;

/// <summary>What to act on first: the report's own order, with one thing a subject.</summary>
internal static class Ranking
{
    /// <summary>
    /// The first findings that save something or matter otherwise. A second finding on the same subject waits until
    /// every subject with more than small change was named: three things to do are three places to go.
    /// </summary>
    public static IReadOnlyList<Finding> First(Report report, int count)
    {
        var worthwhile = report.Findings
            .Where(finding => finding.Saving?.Standalone.Expected.Amount > 0 || finding.Severity > Severity.Low)
            .ToList();
        var places = worthwhile
            .Where(finding => finding.Severity > Severity.Low)
            .DistinctBy(finding => finding.Subject);
        return [.. places.Concat(worthwhile).Distinct().Take(count)];
    }
}
