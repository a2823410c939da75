namespace Assay.Pricing.PriceList;

/// <summary>Reads the price of a SKU that is not sold by text tokens, or says why it can't be believed.</summary>
internal sealed class UnitReader(UnitWords words)
{
    /// <summary>The dearest unit of the book costs $80; a price above has a wrong unit.</summary>
    private const decimal Absurd = 10_000m;

    /// <summary>The dearest of the book costs $1.65.</summary>
    private const decimal AbsurdCapacity = 100m;

    public SkuOutcome Read(OfferSku sku, PriceListFile file, SkuClass sold)
    {
        var price = sku.Prices.Count > 0 ? sku.Prices[0] : null;
        if (price is null || words.Of(sku, price, sold) is not { } meant)
        {
            return new SkuOutcome.Skipped(sold);
        }

        if (sku.Prices.Exists(each => SkuReader.Differs(each, price)))
        {
            return new SkuOutcome.Refused("it has several prices");
        }

        if (SkuReader.UsdOf(price, out var usd) is { } wrong)
        {
            return new SkuOutcome.Refused(wrong);
        }

        var most = sold == SkuClass.Reserved ? AbsurdCapacity : Absurd;
        if (usd <= 0 || usd > most / meant.Times)
        {
            return new SkuOutcome.Refused(
                usd < 0 ? "its price is negative"
                : usd == 0 ? "its price is zero"
                : $"its price is above ${most:#,0} a unit");
        }

        return SkuReader.RegionOf(sku) is not { } region ? new SkuOutcome.Refused("it names no Region")
            : SkuReader.PeriodOf(price, file) is not { } period
                ? new SkuOutcome.Refused("neither the price nor the file has a day")
            : new SkuOutcome.Unit(new(
                new(
                    meant.Subject, meant.Unit, meant.Scopes, [region], meant.Term, usd * meant.Times, period.From, null,
                    period.Basis, file.Source, file.Published ?? period.From),
                new(file.Name, sku.Sku, sku.UsageType)));
    }
}
