using Assay.Diagnostics;
using Assay.Models;

namespace Assay.Pricing.PriceList;

/// <summary>
/// Reads bulk offer files of the AWS Price List. Nothing in a file can make it fail but its size: a row that can't be
/// trusted is set aside with its SKU and the rest is kept; what is sold in a way that nobody knows is counted.
/// </summary>
/// <param name="limit">Bytes of one file above which it is refused.</param>
public sealed class PriceListReader(Catalogue catalogue, long limit = PriceListReader.Limit)
{
    /// <summary>Many times the largest offer file of Bedrock.</summary>
    public const long Limit = 256L << 20;

    private readonly SkuReader skus = SkusOf(new ModelNames(catalogue), catalogue);
    private readonly List<PriceListFile> files = [];
    private readonly List<PriceListPrice> prices = [];
    private readonly List<PriceListUnit> units = [];
    private readonly List<QuarantinedPrice> quarantined = [];
    private readonly List<UnmappedPrice> unmapped = [];
    private readonly SortedDictionary<SkuClass, int> skipped = [];

    /// <param name="name">How messages call the file.</param>
    /// <param name="source">Its public address.</param>
    /// <exception cref="AssayException">The file is larger than the limit.</exception>
    public void Add(string name, string source, Stream content)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (bytes.Length + read > limit)
            {
                throw new AssayException(
                    ExitCode.NoResult,
                    $"{name} is larger than {limit:#,0} bytes",
                    "no offer file of Bedrock is that large: download it again");
            }

            bytes.Write(buffer, 0, read);
        }

        var reader = new OfferReader();
        var cut = reader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var file = new PriceListFile(name, source, reader.Offer, reader.Published, cut);
        files.Add(file);
        if (cut is not null)
        {
            quarantined.Add(new(new(name, "", ""), cut));
        }

        if (reader.Offer is { } offer && !offer.StartsWith("AmazonBedrock", StringComparison.Ordinal))
        {
            quarantined.Add(new(new(name, "", ""), $"it is the offer of {offer}, not of Bedrock"));
            return;
        }

        foreach (var sku in reader.Skus)
        {
            Sort(sku, file);
        }
    }

    /// <summary>What all files say together.</summary>
    public PriceListContent Content()
    {
        var set = PriceListChoice.Of(prices);
        var sold = PriceListChoice.Of(units);
        return new(files, set.Kept, [.. quarantined, .. set.Refused, .. sold.Refused], unmapped, skipped)
        {
            Units = sold.Kept,
        };
    }

    private static SkuReader SkusOf(ModelNames names, Catalogue catalogue) =>
        new(names, new UnitReader(new UnitWords(names, catalogue)));

    private void Sort(OfferSku sku, PriceListFile file)
    {
        switch (skus.Read(sku, file))
        {
            case SkuOutcome.Priced priced:
                prices.AddRange(priced.Prices);
                break;
            case SkuOutcome.Unit unit:
                units.Add(unit.Price);
                break;
            case SkuOutcome.Skipped other:
                skipped[other.Class] = skipped.GetValueOrDefault(other.Class) + 1;
                break;
            case SkuOutcome.Refused refused:
                quarantined.Add(new(new(file.Name, sku.Sku, sku.UsageType), refused.Why));
                break;
            case SkuOutcome.Unmapped nameless:
                unmapped.Add(nameless.Price);
                break;
        }
    }
}
