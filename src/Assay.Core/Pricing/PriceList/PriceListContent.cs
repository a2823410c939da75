namespace Assay.Pricing.PriceList;

/// <summary>What offer files say, together: no key has two prices.</summary>
/// <param name="Skipped">How many SKUs sell something that is not understood, by what they sell.</param>
public sealed record PriceListContent(
    IReadOnlyList<PriceListFile> Files,
    IReadOnlyList<PriceListPrice> Prices,
    IReadOnlyList<QuarantinedPrice> Quarantined,
    IReadOnlyList<UnmappedPrice> Unmapped,
    IReadOnlyDictionary<SkuClass, int> Skipped)
{
    /// <summary>Prices by other units than text tokens.</summary>
    public IReadOnlyList<PriceListUnit> Units { get; init; } = [];
}
