using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing.PriceList;

/// <summary>A price of a model that is not in the catalogue and whose row holds no id.</summary>
public sealed record UnmappedPrice(PriceListRow Row, string Name, string Region, TokenKind Kind, UsdPerMillion Rate);
