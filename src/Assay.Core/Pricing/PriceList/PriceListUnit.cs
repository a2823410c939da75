namespace Assay.Pricing.PriceList;

/// <summary>A price of an offer file by another unit than text tokens: capacity, a model unit, a query.</summary>
/// <param name="Price">
/// As a book holds it, in one Region; a model unit's hour too, which a book keeps among its hourly prices.
/// </param>
public sealed record PriceListUnit(UnitPrice Price, PriceListRow Row);
