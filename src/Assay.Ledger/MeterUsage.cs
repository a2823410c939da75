using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>One period of one meter, as pricing reads it.</summary>
public readonly record struct MeterUsage(int MeterId, DateTimeOffset Ts, UsageCounts Counts);
