using Assay.Units;

namespace Assay.Pricing;

/// <summary>A dated price of one model unit of Provisioned Throughput.</summary>
/// <param name="Term"><c>none</c>, <c>1-month</c> or <c>6-month</c>.</param>
public sealed record ProvisionedCard(
    IReadOnlyList<string> Regions,
    string Term,
    UsdPerHour PerUnit,
    DateOnly From,
    DateOnly? To,
    FromBasis FromBasis,
    string Source,
    DateOnly Checked)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);
}
