using Assay.Reports;

namespace Assay.Outputs.Content;

/// <summary>The tables that have rows, in reading order.</summary>
internal static class Sheets
{
    /// <summary>So many sizes are shown beside the best one without being asked.</summary>
    private const int FewSizes = 3;

    public static IEnumerable<Sheet> BeforeFindings(Report report, bool verbose)
    {
        if (report.Models.Count > 0)
        {
            yield return ModelsSheet.Of(report, verbose);
        }

        if (report.Totals.Unpriced.Count > 0)
        {
            yield return UnpricedSheet.Of(report);
        }

        if (report.Owners.Any(row => row.Owner is not null))
        {
            yield return OwnersSheet.Of(report);
        }

        if (report.Workloads.Count > 0)
        {
            yield return WorkloadsSheet.Of(report);
        }
    }

    public static IEnumerable<Sheet> AfterFindings(Report report, bool verbose)
    {
        if (report.Waterfall.Count > 0)
        {
            yield return WaterfallSheet.Of(report);
        }

        if (report.Capacity.Count > 0)
        {
            yield return CapacitySheet.Of(report, verbose || report.Capacity.All(row => row.Sizes.Count <= FewSizes));
        }

        if (report.Billed is { Rows.Count: > 0 } billed)
        {
            yield return BilledSheet.Of(report, billed);
        }

        if (report.Batch.Count > 0)
        {
            yield return BatchSheet.Of(report);
        }

        if (ChecksSheet.Unknown(report).Count > 0)
        {
            yield return ChecksSheet.Of(report);
        }

        if (CoverageSheet.Missing(report).Count > 0)
        {
            yield return CoverageSheet.Of(report);
        }
    }
}
