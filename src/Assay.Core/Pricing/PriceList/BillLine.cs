namespace Assay.Pricing.PriceList;

/// <summary>What a line of a bill is for.</summary>
/// <param name="Model">A model of the catalogue; null where the line names none that is known.</param>
/// <param name="IsBatch">Tokens of batch jobs, which metrics do not show for certain.</param>
public sealed record BillLine(string? Model, SkuClass Sold, bool IsBatch);
