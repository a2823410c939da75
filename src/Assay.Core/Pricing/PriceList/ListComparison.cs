using Assay.Usage;

namespace Assay.Pricing.PriceList;

/// <summary>Where the book and offer files of the AWS Price List differ, and the cards that would mend it.</summary>
public sealed class ListComparison
{
    private readonly PriceBook book;
    private readonly PriceListContent list;
    private readonly DateOnly day;

    /// <param name="day">The day on which the book is asked.</param>
    public ListComparison(PriceBook book, PriceListContent list, DateOnly day)
    {
        (this.book, this.list, this.day) = (book, list, day);
        Differing = [.. list.Prices.Where(Differs)];
    }

    /// <summary>Prices of the list that the book does not have as they are.</summary>
    public IReadOnlyList<PriceListPrice> Differing { get; }

    /// <summary>
    /// Prices of a long context of a model of which nobody says where it begins: no card can hold them.
    /// </summary>
    public IReadOnlyList<PriceListPrice> Unplaced =>
        [.. Differing.Where(price => price.Key.LongContext && ContextOf(price.Key) is null)];

    /// <summary>
    /// Every difference, <c>Before</c> by the book and <c>After</c> by the list. What only the book has counts for the
    /// models and Regions that the list has, and only where every file was read to its end.
    /// </summary>
    public IReadOnlyList<PriceDifference> Differences() => PriceDifference.Ordered(
        Differing.Select(price => new PriceDifference(
            Of(price.Key), ContextOf(price.Key), price.Key.Kind, price.From, null,
            CardOf(price.Key)?.Rates[price.Key.Kind]?.Rate, price.Rate.Rate)).Concat(OnlyInBook()));

    /// <summary>
    /// Cards with the list's prices in place of the book's; a kind that the list has no price of keeps the book's.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> Cards()
    {
        var files = list.Files.ToLookup(file => file.Name);
        return Differing.Where(price => !price.Key.LongContext || ContextOf(price.Key) is not null)
            .GroupBy(price => price.Key with { Kind = TokenKind.Input })
            .Select(same => (same.Key.Model, Card: Card([.. same], files[same.First().Row.File].First())))
            .GroupBy(pair => pair.Model, pair => pair.Card, StringComparer.Ordinal)
            .ToDictionary(
                ofModel => ofModel.Key, ofModel => (IReadOnlyList<PriceCard>)[.. ofModel], StringComparer.Ordinal);
    }

    private PriceCard Card(PriceListPrice[] prices, PriceListFile file)
    {
        var key = prices[0].Key;
        var known = CardOf(key);
        var rates = prices.Aggregate(
            known?.Rates ?? new Rates(null, null, null, null, null, null),
            (held, price) => held.With(price.Key.Kind, price.Rate));
        // Kinds that the list has no price of hold from the day of the book's, not from an earlier one of the list's.
        var kept = known is not null && Rates.Kinds.Any(kind => known.Rates[kind] is not null
            && !Array.Exists(prices, price => price.Key.Kind == kind));
        var from = prices.Select(price => price.From).Append(kept ? known!.From : DateOnly.MinValue).Max();
        return new(
            [key.Scope], [key.Region], key.Tier, ContextOf(key) ?? 0, from, null,
            Array.TrueForAll(prices, price => price.FromBasis == FromBasis.Effective)
                ? FromBasis.Effective : FromBasis.Observed,
            rates, file.Source, file.Published ?? from, null);
    }

    private bool Differs(PriceListPrice price)
    {
        var card = CardOf(price.Key);
        // A row without a scope stands for geographic profiles too, but not where the model has none.
        return !(price.Implied && card is null && book.CardsOf(price.Key.Model).Count > 0)
            && card?.Rates[price.Key.Kind]?.Rate != price.Rate.Rate;
    }

    private IEnumerable<PriceDifference> OnlyInBook()
    {
        if (list.Files.Any(file => file.Cut is not null))
        {
            yield break;
        }

        var known = list.Prices.Select(price => price.Key).ToHashSet();
        var regions = known.Select(key => key.Region).ToHashSet(StringComparer.Ordinal);
        foreach (var model in known.Select(key => key.Model).Distinct(StringComparer.Ordinal))
        {
            foreach (var card in book.CardsOf(model).Where(card => card.HoldsOn(day)))
            {
                foreach (var key in Keys(model, card)
                    .Where(key => regions.Contains(key.Region) && !known.Contains(key)))
                {
                    yield return new(
                        Of(key), card.ContextFrom, key.Kind, day, null, card.Rates[key.Kind]!.Value.Rate, null);
                }
            }
        }
    }

    private static IEnumerable<PriceListKey> Keys(string model, PriceCard card) =>
        from scope in card.Scopes
        from region in card.Regions
        from kind in Rates.Kinds
        where card.Rates[kind] is not null
        select new PriceListKey(model, scope, region, card.Tier, card.ContextFrom > 0, kind);

    private PriceCard? CardOf(PriceListKey key) =>
        key.LongContext ? book.FindLongContext(Of(key), day) : book.Find(Of(key), day);

    /// <summary>The list says that a context is long, not from where on; other cards of the model do.</summary>
    private long? ContextOf(PriceListKey key) => !key.LongContext ? 0
        : CardOf(key)?.ContextFrom
            ?? book.CardsOf(key.Model).Where(card => card.ContextFrom > 0)
                .Select(card => (long?)card.ContextFrom).FirstOrDefault();

    private static PriceKey Of(PriceListKey key) => new(key.Model, key.Scope, key.Region, key.Tier);
}
