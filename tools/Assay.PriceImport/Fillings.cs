using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.PriceImport;

/// <summary>A landed period that ends, and the entries that go on from there.</summary>
internal sealed record Filling(string Model, PriceCard Landed, DateOnly From, IReadOnlyList<Addition> Next);

/// <summary>
/// Kinds of token that a source has and a landed key has not. The landed period stays as it is and ends, on its first
/// day where the source goes back to it; the one that takes its place has every rate of one source. A source fills a key only where it says the same as the key in all that the key
/// has, and where a cache costs the same part of the input price as elsewhere: then both speak of the same thing.
/// </summary>
internal static class Fillings
{
    public static IReadOnlyList<Filling> Of(
        IReadOnlyList<Observation> observations, PriceBook book, Availability availability)
    {
        var index = new BookIndex(book);
        var causes = new Causes(index, observations);
        var days = Additions.FirstSeen(observations);
        var told =
            from seen in observations
            where Additions.Usable(seen, observations) && causes.OfCaching(seen) is null
            from place in availability.Of(seen)
            let card = book.CardsOf(seen.Model!).FirstOrDefault(each => each is { To: null, ContextFrom: 0 }
                && each.Tier == seen.Tier && each.Scopes.Contains(place.Scope) && each.Regions.Contains(place.Region))
            where card is not null
            group (place, Seen: seen) by (seen.Model, Card: card);
        return [.. told.Select(all => One(all.Key.Model!, all.Key.Card, [.. all], index, days)).OfType<Filling>()];
    }

    private static Filling? One(
        string model,
        PriceCard card,
        List<((RoutingScope Scope, string Region) Place, Observation Seen)> told,
        BookIndex book,
        Dictionary<(string?, string, decimal), DateOnly> days)
    {
        var filled = told.GroupBy(pair => pair.Place, pair => pair.Seen)
            .Select(place => (place.Key, Best: Best(card, [.. place], book)))
            .Where(place => place.Best is not null).ToList();
        if (filled.Count == 0)
        {
            return null;
        }

        // What stands in a source is there on every day after the first.
        var seen = filled.Max(place => place.Best!.Max(each => days[(each.Model, each.Kind, each.Usd)]));
        var from = seen > card.From ? seen : card.From;
        var rest =
            from scope in card.Scopes
            from region in card.Regions
            where !filled.Exists(place => place.Key == (scope, region))
            select (scope, region);
        return new(
            model,
            card,
            from,
            [
                .. filled.GroupBy(place => (Additions.Text(place.Best!), place.Best![0].Source)).SelectMany(same => Entries(
                    model, card.Tier, from, same.First().Best![0].Source,
                    [.. same.First().Best!.Select(each => (each.Kind, each.Usd))], same.Select(place => place.Key))),
                .. Entries(
                    model, card.Tier, from, Sources.All.First(source => source.Url == card.Source).Key,
                    [.. Has(card)], rest),
            ]);
    }

    /// <summary>The most believed source that agrees on all that the card has, and has more; null where none does.</summary>
    private static List<Observation>? Best(PriceCard card, IReadOnlyList<Observation> seen, BookIndex book) => seen
        .GroupBy(each => (each.Source, each.Spelling))
        .OrderBy(source => Sources.Of(source.Key.Source).Rank).ThenBy(source => source.Key.Spelling, StringComparer.Ordinal)
        .Select(source => source.DistinctBy(each => each.Kind).ToList())
        .Select(source => Has(card).All(rate => source.Exists(each => (each.Kind, each.Usd) == rate))
            ? source.FindAll(each => Has(card).Any(rate => rate.Kind == each.Kind) || book.InProportion(each, card.Rates.Input?.Rate))
            : [])
        .FirstOrDefault(source => source.Count > Has(card).Count());

    private static IEnumerable<(string Kind, decimal Usd)> Has(PriceCard card) =>
        Rates.Kinds.Where(kind => card.Rates[kind] is not null)
            .Select(kind => (BookIndex.Word(kind), card.Rates[kind]!.Value.Rate));

    private static IEnumerable<Addition> Entries(
        string model,
        ServiceTier tier,
        DateOnly day,
        string source,
        List<(string Kind, decimal Usd)> rates,
        IEnumerable<(RoutingScope Scope, string Region)> places) =>
        from region in places.GroupBy(place => place.Region, place => place.Scope)
        group region.Key by string.Join(',', region.Order().Select(Words.Of)) into box
        orderby box.Key
        select new Addition(
            model,
            [.. box.Key.Split(',').Select(word => Words.Scope(word)!.Value)],
            [.. box.Order(StringComparer.Ordinal)],
            tier,
            day,
            [.. rates.OrderBy(rate => Array.IndexOf(Additions.Kinds, rate.Kind))],
            source);
}
