namespace Assay.Pricing.PriceList;

/// <summary>Where a price stands: the file, the SKU in it, and the usage type of the SKU.</summary>
public sealed record PriceListRow(string File, string Sku, string UsageType);
