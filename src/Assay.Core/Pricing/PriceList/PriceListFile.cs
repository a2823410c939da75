namespace Assay.Pricing.PriceList;

/// <summary>One offer file that was read.</summary>
/// <param name="Source">Where it is published.</param>
/// <param name="Cut">Why the file was not read to its end; null where it was.</param>
public sealed record PriceListFile(string Name, string Source, string? Offer, DateOnly? Published, string? Cut);
