using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>A meter's counts summed over a window; null where no period of it was known.</summary>
/// <param name="ActiveHours">Periods with at least one call.</param>
public sealed record MeterTotal(int MeterId, UsageCounts Counts, long ActiveHours);
