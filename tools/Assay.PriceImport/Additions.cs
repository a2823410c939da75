using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.PriceImport;

/// <summary>An entry that the book lacks, with the source of each of its rates.</summary>
internal sealed record Addition(
    string Model,
    IReadOnlyList<RoutingScope> Scopes,
    IReadOnlyList<string> Regions,
    ServiceTier Tier,
    DateOnly From,
    IReadOnlyList<(string Kind, decimal Usd)> Rates,
    string Source)
{
    /// <summary>Set for what is not sold by the token.</summary>
    public string? Unit { get; init; }

    public string Term { get; init; } = "none";
}

/// <summary>
/// What the sources have and the book has not, by whole keys, each with the rates of the most believed source that names
/// it; what a key lacks that the book has, <see cref="Fillings"/> finds. Rates are never made from other rates.
/// </summary>
internal static class Additions
{
    public static readonly string[] Kinds = [.. Rates.Kinds.Select(BookIndex.Word)];

    public static IReadOnlyList<Addition> Of(
        IReadOnlyList<Observation> observations, PriceBook book, Availability availability)
    {
        var index = new BookIndex(book);
        List<Addition> added =
        [
            .. Tokens(observations, index, availability).Where(entry => Plausible(entry, book.Catalogue)),
            .. Units(observations, index),
        ];
        return [.. added, .. Absences(added, index)];
    }

    /// <summary>
    /// Prices keep an order: reading a cache costs no more than the prompt, an answer no less, batch no more than
    /// anything, and what makes no text has no price for it. A source that breaks it speaks of something else.
    /// </summary>
    private static bool Plausible(Addition entry, Catalogue catalogue)
    {
        decimal? Rate(string kind) => entry.Rates.Where(rate => rate.Kind == kind).Select(rate => (decimal?)rate.Usd).FirstOrDefault();
        var model = catalogue.Find(entry.Model)!;
        return model.Family != "marengo" && !model.Output.Contains("ranking")
            && (model.Output.Contains("text") || entry.Rates.All(rate => rate.Kind == "input"))
            && !(Rate("cacheRead") > Rate("input")) && !(Rate("output") < Rate("input"));
    }

    /// <summary>The day on which anybody first had this price of this kind of this model.</summary>
    public static Dictionary<(string?, string, decimal), DateOnly> FirstSeen(IReadOnlyList<Observation> observations) =>
        observations.Where(seen => seen.Model is not null)
            .GroupBy(seen => (seen.Model, seen.Kind, seen.Usd))
            .ToDictionary(same => same.Key, same => same.Min(seen => seen.Day));

    /// <summary>A model of the catalogue without any price is listed as sold at none that is known.</summary>
    private static IEnumerable<Addition> Absences(List<Addition> added, BookIndex book) =>
        from model in book.Book.Catalogue.Models
        where !book.Book.Models.Contains(model.Id) && !added.Exists(entry => entry.Model == model.Id && entry.Unit is null)
        select new Addition(model.Id, [], [], ServiceTier.Standard, default, [], "");

    private static IEnumerable<Addition> Tokens(
        IReadOnlyList<Observation> observations, BookIndex book, Availability availability)
    {
        var firstSeen = FirstSeen(observations);
        var causes = new Causes(book, observations);
        var keys =
            from seen in observations
            where Usable(seen, observations) && causes.OfCaching(seen) is null
            from place in availability.Of(seen)
            where !book.Sells(seen with { Scopes = [place.Scope], Regions = [place.Region] })
            group seen by (Model: seen.Model!, Tier: seen.Tier!.Value, place.Scope, place.Region);
        var entries =
            from key in keys
            let best = Best([.. key], book)
            where best.Count > 0
            select (key.Key, Best: best, From: best.Min(seen => firstSeen[(seen.Model, seen.Kind, seen.Usd)]));
        return
            from same in entries.GroupBy(each => (
                each.Key.Model, each.Key.Tier, each.From, Rates: Text(each.Best), each.Best[0].Source))
            from scoped in same.GroupBy(each => each.Key.Region)
                .GroupBy(region => string.Join(',', region.Select(each => Words.Of(each.Key.Scope)).Order(StringComparer.Ordinal)))
            orderby same.Key.Model, same.Key.Tier, scoped.Key, scoped.Min(region => region.Key)
            select new Addition(
                same.Key.Model,
                [.. scoped.Key.Split(',').Select(word => Words.Scope(word)!.Value).Order()],
                [.. scoped.Select(region => region.Key).Order(StringComparer.Ordinal)],
                same.Key.Tier,
                same.Key.From,
                [.. same.First().Best.OrderBy(seen => Array.IndexOf(Kinds, seen.Kind)).Select(seen => (seen.Kind, seen.Usd))],
                same.Key.Source);
    }

    /// <summary>
    /// One source speaks for a key, the most believed one that has its input price (or, where tokens come in as
    /// something else, its output price).
    /// </summary>
    private static List<Observation> Best(IReadOnlyList<Observation> seen, BookIndex book)
    {
        var lead = seen.Where(each => each.Kind is "input" or "output")
            .OrderBy(each => each.Kind == "input" ? 0 : 1).ThenBy(each => Sources.Of(each.Source).Rank).FirstOrDefault();
        return lead is null ? [] :
        [
            .. seen.Where(each => each.Source == lead.Source && each.Spelling == lead.Spelling).DistinctBy(each => each.Kind)
                .Where(each => book.InProportion(each, lead.Kind == "input" ? lead.Usd : null)),
        ];
    }

    public static bool Usable(Observation seen, IReadOnlyList<Observation> all) =>
        seen is { Model: not null, IsToken: true, Usd: > 0, Tier: not null, LongContext: false, Until: null, Effective: null }
        && Kinds.Contains(seen.Kind)
        && seen.Source is not (Sources.History or Sources.Langfuse)
        // Latency-optimised inference is sold through profiles only, and the page tells neither profile nor Region.
        && (seen.Source != Sources.Page || (Alone(seen, all) && seen.Tier != ServiceTier.LatencyOptimised));

    /// <summary>The page puts prices of several Regions under one name and names no Region: then none can be placed.</summary>
    private static bool Alone(Observation seen, IReadOnlyList<Observation> all) =>
        all.Where(each => each.Source == Sources.Page && each.Model == seen.Model && each.Kind == seen.Kind
            && each.Tier == seen.Tier && each.Term == seen.Term && each.Scopes.SequenceEqual(seen.Scopes))
            .Select(each => each.Usd).Distinct().Count() == 1;

    private static IEnumerable<Addition> Units(IReadOnlyList<Observation> observations, BookIndex book) =>
        from seen in observations
        where seen is { Source: Sources.Page, Model: not null, IsToken: false, Usd: > 0 }
            && !seen.Kind.StartsWith("other-", StringComparison.Ordinal)
            && !book.HasUnit(seen) && Alone(seen, observations)
        orderby seen.Model, seen.Kind, seen.Term, seen.Scopes.Count == 0 ? RoutingScope.Unknown : seen.Scopes[0]
        group seen by (seen.Model, seen.Kind, seen.Term, Scopes: string.Join(',', seen.Scopes)) into same
        let first = same.First()
        select new Addition(
            first.Model!, first.Scopes, [], ServiceTier.Standard, first.Day, [("usd", first.Usd)], first.Source)
        {
            Unit = first.Kind,
            Term = first.Term,
        };

    public static string Text(IEnumerable<Observation> rates) =>
        string.Join('|', rates.OrderBy(seen => seen.Kind, StringComparer.Ordinal).Select(seen => $"{seen.Kind}={seen.Usd}"));
}
