using Assay.Units;

namespace Assay.Pricing.PriceList;

/// <summary>Where the book and offer files differ in what is sold by other units than text tokens.</summary>
public sealed class UnitComparison
{
    private readonly UnitRates book;
    private readonly PriceListContent list;
    private readonly DateOnly day;

    /// <param name="day">The day on which the book is asked.</param>
    public UnitComparison(PriceBook book, PriceListContent list, DateOnly day)
    {
        (this.book, this.list, this.day) = (new(book), list, day);
        Differing =
        [
            .. list.Units.Select(unit => unit.Price)
                .Where(price => UnitRates.KeysOf(price).Any(key => this.book.On(key, day) != price.Usd)),
        ];
    }

    /// <summary>Prices of the list that the book does not have, or has otherwise.</summary>
    public IReadOnlyList<UnitPrice> Differing { get; }

    /// <summary>What differs, without the hourly prices.</summary>
    public IReadOnlyList<UnitPrice> Units => [.. Differing.Where(price => price.Unit != UnitRates.Hour)];

    /// <summary>What differs of the hourly prices, by model.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProvisionedCard>> Hourly => Differing
        .Where(price => price.Unit == UnitRates.Hour)
        .GroupBy(price => price.Subject, StringComparer.Ordinal)
        .ToDictionary(
            ofModel => ofModel.Key,
            IReadOnlyList<ProvisionedCard> (ofModel) =>
            [
                .. ofModel.Select(price => new ProvisionedCard(
                    price.Regions, price.Term, new UsdPerHour(price.Usd), price.From, null, price.FromBasis,
                    price.Source, price.Checked)),
            ],
            StringComparer.Ordinal);

    /// <summary>
    /// Every difference, <c>Before</c> by the book and <c>After</c> by the list. What only the book has counts where
    /// the list has the same unit of the same subject in the same Region, and every file was read to its end.
    /// </summary>
    public IReadOnlyList<UnitDifference> Differences() => UnitDifference.Ordered(
        (
            from price in Differing
            from key in UnitRates.KeysOf(price)
            let known = book.On(key, day)
            where known != price.Usd
            select new UnitDifference(key, price.From, null, known, price.Usd)
        ).Concat(OnlyInBook()));

    private IEnumerable<UnitDifference> OnlyInBook()
    {
        var known = list.Units.SelectMany(unit => UnitRates.KeysOf(unit.Price)).ToHashSet();
        var sold = known.Select(key => (key.Subject, key.Unit, key.Region)).ToHashSet();
        return list.Files.Any(file => file.Cut is not null) ? [] :
            from key in book.Keys.Distinct()
            where sold.Contains((key.Subject, key.Unit, key.Region)) && !known.Contains(key)
            let usd = book.On(key, day)
            where usd is not null
            select new UnitDifference(key, day, null, usd, null);
    }
}
