using Assay.Usage;

namespace Assay.Pricing;

/// <summary>What differs between two books, day by day.</summary>
public static class BookComparison
{
    private static readonly PriceCard[] None = [];

    /// <returns>In a stable order; the longest periods in which both prices stay the same.</returns>
    public static IReadOnlyList<PriceDifference> Of(PriceBook before, PriceBook after)
    {
        var (first, second) = (Cards(before), Cards(after));
        return PriceDifference.Ordered(first.Keys.Union(second.Keys).SelectMany(key =>
            Of(key, first.GetValueOrDefault(key) ?? None, second.GetValueOrDefault(key) ?? None)));
    }

    private static IEnumerable<PriceDifference> Of(
        (PriceKey Key, long ContextFrom) at, PriceCard[] before, PriceCard[] after)
    {
        DateOnly[] days =
        [
            .. before.Concat(after).SelectMany(card => (DateOnly?[])[card.From, card.To]).OfType<DateOnly>()
                .Distinct().Order(),
        ];
        foreach (var kind in Rates.Kinds)
        {
            PriceDifference? open = null;
            foreach (var day in days)
            {
                var (a, b) = (On(before, day, kind), On(after, day, kind));
                if (open is not null && (open.Before, open.After) != (a, b))
                {
                    yield return open with { To = day };
                    open = null;
                }

                if (a != b)
                {
                    open ??= new(at.Key, at.ContextFrom, kind, day, null, a, b);
                }
            }

            if (open is not null)
            {
                yield return open;
            }
        }
    }

    private static decimal? On(PriceCard[] cards, DateOnly day, TokenKind kind) =>
        Array.Find(cards, card => card.HoldsOn(day))?.Rates[kind]?.Rate;

    private static Dictionary<(PriceKey, long), PriceCard[]> Cards(PriceBook book) =>
    (
        from model in book.Models
        from card in book.CardsOf(model)
        from scope in card.Scopes
        from region in card.Regions
        group card by (new PriceKey(model, scope, region, card.Tier), card.ContextFrom)
    ).ToDictionary(same => same.Key, same => same.ToArray());
}
