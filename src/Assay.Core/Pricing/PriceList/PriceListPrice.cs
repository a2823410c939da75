using Assay.Units;

namespace Assay.Pricing.PriceList;

/// <summary>One price of one kind of token, as an offer file has it.</summary>
/// <param name="From">The day on which the price began, or else the day of the file.</param>
/// <param name="Implied">
/// The price of geographic profiles that a row without a scope stands for; a row that says "geo" goes before it.
/// </param>
public sealed record PriceListPrice(
    PriceListKey Key, UsdPerMillion Rate, DateOnly From, FromBasis FromBasis, PriceListRow Row, bool Implied);
