using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// A dated price of something that is sold by another unit than text tokens: reserved capacity, a custom model unit, a
/// query, an image, a guardrail's text units.
/// </summary>
/// <param name="Subject">A model id, or a service item as <c>guardrails.content-filters</c>.</param>
/// <param name="Unit">A word of <c>prices/schema.json</c>, as <c>reserved-input-1k-tpm-hour</c>.</param>
/// <param name="Scopes">Empty where the unit has no routing scope.</param>
/// <param name="Regions">Empty where the source names none.</param>
/// <param name="Term"><c>none</c>, <c>1-month</c>, <c>3-month</c> or <c>6-month</c>.</param>
/// <param name="Usd">US dollars for one unit.</param>
public sealed record UnitPrice(
    string Subject,
    string Unit,
    IReadOnlyList<RoutingScope> Scopes,
    IReadOnlyList<string> Regions,
    string Term,
    decimal Usd,
    DateOnly From,
    DateOnly? To,
    FromBasis FromBasis,
    string Source,
    DateOnly Checked)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);
}
