using Assay.Models;

namespace Assay.Pricing;

/// <summary>Where the first day of a price is from.</summary>
public enum FromBasis
{
    /// <summary>The day on which the price began, by a source that says so.</summary>
    Effective,

    /// <summary>The day on which somebody saw the price; it may be older.</summary>
    Observed,
}

/// <summary>
/// One dated set of rates of one model, with its source. Never changed once landed; a change is a new card.
/// </summary>
/// <param name="Regions">Source Regions in which these rates hold, sorted.</param>
/// <param name="ContextFrom">
/// Rates hold for calls with more prompt tokens (cached ones too) than this: 0, or a long-context band's start.
/// </param>
/// <param name="From">First UTC day.</param>
/// <param name="To">First UTC day on which it no longer holds; null while it does.</param>
/// <param name="Source">A link.</param>
public sealed record PriceCard(
    IReadOnlyList<RoutingScope> Scopes,
    IReadOnlyList<string> Regions,
    ServiceTier Tier,
    long ContextFrom,
    DateOnly From,
    DateOnly? To,
    FromBasis FromBasis,
    Rates Rates,
    string Source,
    DateOnly Checked,
    string? Note)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);
}
