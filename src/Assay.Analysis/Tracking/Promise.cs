namespace Assay.Analysis.Tracking;

/// <summary>What a report said that a finding would save.</summary>
/// <param name="Workload">The workload's id; null where the finding was of metrics.</param>
/// <param name="MonthlyUsd">Expected dollars a month, taken alone; null where no price was known.</param>
public sealed record Promise(
    string Id, string? Lever, string Title, string? Workload, string? Owner, decimal? MonthlyUsd);
