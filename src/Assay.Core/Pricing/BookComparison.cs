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

    /// <summary>What differs of prices by other units than text tokens, hours of a model unit among them.</summary>
    /// <returns>In a stable order; the longest periods in which both prices stay the same.</returns>
    public static IReadOnlyList<UnitDifference> Units(PriceBook before, PriceBook after)
    {
        var (first, second) = (new UnitRates(before), new UnitRates(after));
        return UnitDifference.Ordered(
            from key in first.Keys.Union(second.Keys)
            from run in Runs(
                first.Days(key).Concat(second.Days(key)), day => (first.On(key, day), second.On(key, day)))
            select new UnitDifference(key, run.From, run.To, run.Before, run.After));
    }

    private static IEnumerable<PriceDifference> Of(
        (PriceKey Key, long ContextFrom) at, PriceCard[] before, PriceCard[] after)
    {
        List<DateOnly> days =
        [
            .. before.Concat(after).SelectMany(card => (DateOnly?[])[card.From, card.To]).OfType<DateOnly>(),
        ];
        return
            from kind in Rates.Kinds
            from run in Runs(days, day => (On(before, day, kind), On(after, day, kind)))
            select new PriceDifference(at.Key, at.ContextFrom, kind, run.From, run.To, run.Before, run.After);
    }

    /// <summary>Periods in which the two prices differ and stay what they are.</summary>
    /// <param name="days">Days on which one of them may change.</param>
    private static IEnumerable<(DateOnly From, DateOnly? To, decimal? Before, decimal? After)> Runs(
        IEnumerable<DateOnly> days, Func<DateOnly, (decimal? Before, decimal? After)> on)
    {
        (DateOnly From, decimal? Before, decimal? After)? open = null;
        foreach (var day in days.Distinct().Order())
        {
            var (a, b) = on(day);
            if (open is { } run && (run.Before, run.After) != (a, b))
            {
                yield return (run.From, day, run.Before, run.After);
                open = null;
            }

            if (a != b)
            {
                open ??= (day, a, b);
            }
        }

        if (open is { } last)
        {
            yield return (last.From, null, last.Before, last.After);
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
