using Assay.Units;

namespace Assay.Reports;

/// <param name="CostUsd">Sums what is priced; the rest is in <paramref name="Unpriced"/>.</param>
/// <param name="MonthlyUsd">The window's rate over 30 days.</param>
/// <param name="RealisedCacheSavingUsd">
/// What the caching already there saved in the window; negative where it lost money.
/// </param>
/// <param name="UnownedShare">Cost without an owner tag, of all cost; null where nothing cost anything.</param>
public sealed record Totals(
    Usd CostUsd,
    Usd CostUsdLow,
    Usd CostUsdHigh,
    Usd MonthlyUsd,
    CostByKind ByKind,
    PreviousWindow Previous,
    Usd? BilledUsd,
    UsdRange Saving,
    Usd RealisedCacheSavingUsd,
    Share? UnownedShare,
    IReadOnlyList<UnpricedRow> Unpriced);

public sealed record CostByKind(Usd Input, Usd Output, Usd CacheRead, Usd CacheWrite, Usd Provisioned)
{
    public Usd Total => Input + Output + CacheRead + CacheWrite + Provisioned;
}

/// <param name="CostUsd">Null where the window before could not be read.</param>
public sealed record PreviousWindow(DateTimeOffset From, DateTimeOffset To, Usd? CostUsd);

/// <summary>Usage that no price is known for: never shown as $0.</summary>
/// <param name="Tokens">All tokens without a price; null for capacity.</param>
/// <param name="Hours">Unit-hours without a price; null for tokens.</param>
public sealed record UnpricedRow(
    string ModelId, string Account, string Region, Tokens? Tokens, decimal? Hours, string Why);
