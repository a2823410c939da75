namespace Assay.Pricing.PriceList;

/// <summary>What became of one SKU.</summary>
internal abstract record SkuOutcome
{
    public sealed record Priced(IReadOnlyList<PriceListPrice> Prices) : SkuOutcome;

    public sealed record Unit(PriceListUnit Price) : SkuOutcome;

    public sealed record Skipped(SkuClass Class) : SkuOutcome;

    public sealed record Refused(string Why) : SkuOutcome;

    public sealed record Unmapped(UnmappedPrice Price) : SkuOutcome;
}
