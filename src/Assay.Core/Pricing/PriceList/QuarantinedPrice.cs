namespace Assay.Pricing.PriceList;

/// <summary>A row that looks like a price of tokens and can't be trusted; it is used nowhere.</summary>
public sealed record QuarantinedPrice(PriceListRow Row, string Why);
