using Assay.Units;

namespace Assay.Pricing.PriceList;

/// <summary>What offer files price by other units than text tokens and the book does not have as it is.</summary>
public sealed class UnitComparison
{
    /// <summary>An hour of a model unit in one Region is among a book's hourly prices, not among its units.</summary>
    private const string Hour = "model-unit-hour";

    private readonly PriceBook book;
    private readonly DateOnly day;

    /// <param name="day">The day on which the book is asked.</param>
    public UnitComparison(PriceBook book, PriceListContent list, DateOnly day)
    {
        (this.book, this.day) = (book, day);
        Differing = [.. list.Units.Select(unit => unit.Price).Where(price => Known(price) != price.Usd)];
    }

    /// <summary>Prices of the list that the book does not have, or has otherwise.</summary>
    public IReadOnlyList<UnitPrice> Differing { get; }

    /// <summary>What differs, without the hourly prices.</summary>
    public IReadOnlyList<UnitPrice> Units => [.. Differing.Where(price => price.Unit != Hour)];

    /// <summary>What differs of the hourly prices, by model.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProvisionedCard>> Hourly => Differing
        .Where(price => price.Unit == Hour)
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

    private decimal? Known(UnitPrice price)
    {
        if (price.Unit == Hour)
        {
            return book.FindProvisioned(price.Subject, price.Regions[0], price.Term, day)?.PerUnit.Rate;
        }

        var known = book.Units.Where(unit => unit.Subject == price.Subject && unit.Unit == price.Unit
            && unit.Term == price.Term && unit.HoldsOn(day)
            && (unit.Scopes.Count == 0 || price.Scopes.All(unit.Scopes.Contains))).ToList();
        // A price that names no Region is one for all that no other names.
        var here = known.Find(unit => unit.Regions.Contains(price.Regions[0]));
        return (here ?? known.Find(unit => unit.Regions.Count == 0))?.Usd;
    }
}
