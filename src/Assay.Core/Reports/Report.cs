using Assay.Diagnostics;
using Assay.Findings;

namespace Assay.Reports;

/// <summary>
/// Everything Assay has to say about a window: the object behind <c>assay.report/1</c>, which outputs print and
/// nobody changes. Lists are in a stable total order; an unknown is null.
/// </summary>
public sealed record Report(
    Provenance Provenance,
    ReportWindow Window,
    ReportCoverage Coverage,
    Totals Totals,
    IReadOnlyList<ModelRow> Models,
    IReadOnlyList<SeriesRow> Series,
    IReadOnlyList<OwnerRow> Owners,
    IReadOnlyList<WorkloadRow> Workloads,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<CheckRow> Checks,
    IReadOnlyList<WaterfallStep> Waterfall,
    IReadOnlyList<CapacityRow> Capacity,
    IReadOnlyList<BatchRow> Batch,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Null where no bill was read.</summary>
    public Billed? Billed { get; init; }
}

/// <summary>Which program and which prices made the report.</summary>
/// <param name="Command">The verb that made it: <c>scan</c>, <c>demo</c>, <c>report</c>.</param>
/// <param name="PricesChecked">The newest date on which a price in the book was checked.</param>
public sealed record Provenance(string Version, string Command, string PriceBookDigest, DateOnly PricesChecked);

public sealed record ReportWindow(DateTimeOffset From, DateTimeOffset To, decimal Days);

/// <param name="NotCovered">What the numbers leave out: discounts, guardrails, images, …</param>
public sealed record ReportCoverage(
    IReadOnlyList<string> Accounts,
    IReadOnlyList<string> Regions,
    IReadOnlyList<Coverage> Sources,
    int ApiCalls,
    decimal ApiCostUsd,
    IReadOnlyList<string> NotCovered);
