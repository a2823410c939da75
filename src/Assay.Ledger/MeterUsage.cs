using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>
/// A meter's tokens on one UTC day, or on the part of it that lies in a window, as pricing reads them.
/// </summary>
/// <param name="LargestPrompt">Prompt tokens of its fullest hour: no call can have had more.</param>
/// <param name="WorkloadId">The workload whose calls these are; null where calls are not known.</param>
/// <param name="IsLong">Whether the prompts were of the long-context band; null where that is not known.</param>
public readonly record struct MeterUsage(
    int MeterId, DateTimeOffset Ts, TokenCounts Tokens, Tokens LargestPrompt, int? WorkloadId = null,
    bool? IsLong = null);
