using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Reports;

public enum CostStatus
{
    Priced,
    PartlyPriced,
    Unpriced,
}

/// <summary>One meter over the window. Rows never overlap: their sum is the account.</summary>
/// <param name="Model">What <paramref name="ModelId"/> resolves to; null where it is unknown.</param>
/// <param name="Tier">Null where the source can't tell.</param>
/// <param name="CostUsd">Null where nothing of the row could be priced.</param>
/// <param name="CostBasis">Which assumptions the cost needed.</param>
public sealed record ModelRow(
    string Account,
    string Region,
    Endpoint Endpoint,
    string ModelId,
    string? Model,
    string? ModelName,
    ProfileRef? Profile,
    string? Project,
    RoutingScope Scope,
    ServiceTier? Tier,
    UsageSource Source,
    long? Invocations,
    long? ClientErrors,
    long? ServerErrors,
    long? Throttles,
    Tokens? InputTokens,
    Tokens? OutputTokens,
    Tokens? CacheReadTokens,
    Tokens? CacheWriteTokens,
    CacheWriteSplit CacheWrite,
    Usd? CostUsd,
    Usd? CostUsdLow,
    Usd? CostUsdHigh,
    IReadOnlyList<string> CostBasis,
    CostByKind Cost,
    CostStatus CostStatus,
    Ratios Ratios,
    Usd? RealisedCacheSavingUsd,
    string? Owner)
{
    /// <summary>Whether its tokens are of the long-context band; null where the source can't tell.</summary>
    public bool? LongContext { get; init; }

    /// <summary>
    /// What tells it from other meters of the same id, in words that do not move with the data; empty for most.
    /// </summary>
    public IReadOnlyList<string> Split =>
    [
        .. Endpoint == Endpoint.Mantle ? ["mantle"] : Array.Empty<string>(),
        .. Project is { } project ? [project] : Array.Empty<string>(),
        .. Tier is { } tier ? [Words.Of(tier)] : Array.Empty<string>(),
        .. LongContext == true ? ["long-context"] : Array.Empty<string>(),
    ];
}

public sealed record ProfileRef(string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>Cache-write tokens by time to live, as far as the source tells.</summary>
public sealed record CacheWriteSplit(Tokens FiveMinutes, Tokens OneHour, Tokens ThirtyMinutes, Tokens UnknownTtl);

/// <summary>
/// Ratios of sums over the window; null where the divisor is zero or unknown. Prompt = input + read + write.
/// </summary>
/// <param name="OutputToInput">Output / prompt.</param>
/// <param name="CacheReadShare">Read / prompt.</param>
/// <param name="CacheReuseShare">Read / (read + write).</param>
public sealed record Ratios(
    decimal? OutputToInput,
    decimal? TokensPerInvocation,
    decimal? InputPerInvocation,
    decimal? OutputPerInvocation,
    Share? CacheReadShare,
    Share? CacheReuseShare,
    decimal? UsdPerMillionTokens);
