using Assay.Units;
using Assay.Usage;

namespace Assay.Reports;

/// <summary>One model on one UTC day.</summary>
public sealed record SeriesRow(
    DateTimeOffset Ts, string Account, string Region, string ModelId, string? Owner, Usd? CostUsd, Tokens Input,
    Tokens Output, Tokens CacheRead, Tokens CacheWrite, long? Invocations);

/// <param name="Owner">Null is spend that nobody owns.</param>
/// <param name="Channel">How the owner was learnt.</param>
public sealed record OwnerRow(string? Owner, OwnerChannel Channel, Usd CostUsd, Share? Share);

/// <summary>How an owner was learnt, most telling first.</summary>
public enum OwnerChannel
{
    ProfileTag,
    Profile,
    PrincipalTag,
    Principal,
    Metadata,
    Project,
    Account,
    None,
}

/// <summary>A place in somebody's code that makes calls; known only where calls are known.</summary>
public sealed record WorkloadRow(
    string Id, string Name, string? Owner, string? Model, long Calls, long Conversations, Usd? CostUsd)
{
    /// <summary>Tokens by kind; null where the source can't tell.</summary>
    public TokenCounts? Tokens { get; init; }
}

/// <summary>What one lever takes off what the levers before it left; the parts sum to the whole.</summary>
public sealed record WaterfallStep(
    string Lever, Usd MonthlyUsdBefore, Usd MonthlyUsdAfter, Usd MonthlyUsdSaved, Usd Low, Usd High);

/// <param name="P95">Ninety-fifth percentile of tokens a minute in the window; null where no minutes were read.</param>
/// <param name="OnDemandUsd">What the same tokens cost on demand, a month; null where no price is known.</param>
public sealed record CapacityRow(
    CapacitySubject Subject, string Kind, IReadOnlyList<CapacitySize> Sizes, int? Best, decimal? P95, Usd? OnDemandUsd);

public sealed record CapacitySubject(string Account, string Region, string? ModelId, string? Resource);

public sealed record CapacitySize(int Size, Usd? MonthlyUsd, Share? Utilisation, Share? SpillShare);

/// <summary>A batch job, shown apart: its tokens are never added to those of the metrics.</summary>
public sealed record BatchRow(
    string Account, string Region, string ModelId, string Name, string Status, DateTimeOffset? Submitted,
    long? TotalRecords, long? SuccessRecords, long? ErrorRecords);
