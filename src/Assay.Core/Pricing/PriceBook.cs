using System.Collections.Concurrent;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// Every known price with its dates and sources, and the catalogue of models beside it. Immutable. A price that was
/// found missing at an exact key is missing: nothing is inferred from a neighbour.
/// </summary>
public sealed class PriceBook
{
    private readonly Dictionary<string, Lazy<PriceCard[]>> cards;
    private readonly Dictionary<string, Lazy<ProvisionedCard[]>> provisioned;
    private readonly Lazy<Catalogue> catalogue;
    private readonly Lazy<UnitPrice[]> units;
    private readonly DateOnly? day;

    /// <summary>Made for a model when it is first asked.</summary>
    private readonly ConcurrentDictionary<string, CardIndex> index = new(StringComparer.Ordinal);

    /// <param name="units">Prices by other units than text tokens.</param>
    /// <param name="digest">Hex digest of the files it was made from; stamped on what is priced with it.</param>
    public PriceBook(
        Catalogue catalogue,
        IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> cards,
        IReadOnlyDictionary<string, IReadOnlyList<ProvisionedCard>> provisioned,
        IReadOnlyList<UnitPrice> units,
        string digest)
        : this(
            new(catalogue),
            Known(cards),
            Known(provisioned),
            new([.. units.OrderBy(unit => unit.Subject, StringComparer.Ordinal)]),
            new(digest, null))
    {
    }

    /// <summary>A book whose parts are read when they are first asked for.</summary>
    internal PriceBook(
        Lazy<Catalogue> catalogue,
        Dictionary<string, Lazy<PriceCard[]>> cards,
        Dictionary<string, Lazy<ProvisionedCard[]>> provisioned,
        Lazy<UnitPrice[]> units,
        Stamp stamp)
    {
        (this.catalogue, this.cards, this.provisioned, this.units) = (catalogue, cards, provisioned, units);
        (Digest, day) = (stamp.Digest, stamp.Checked);
    }

    /// <summary>A book of these cards, hourly prices and units, and nothing else.</summary>
    public static PriceBook Of(
        IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> cards,
        string digest,
        IReadOnlyDictionary<string, IReadOnlyList<ProvisionedCard>>? hourly = null,
        IReadOnlyList<UnitPrice>? units = null) =>
        new(new([]), cards, hourly ?? new Dictionary<string, IReadOnlyList<ProvisionedCard>>(), units ?? [], digest);

    public Catalogue Catalogue => catalogue.Value;

    public string Digest { get; }

    /// <summary>Prices by other units than text tokens, by subject.</summary>
    public IReadOnlyList<UnitPrice> Units => units.Value;

    /// <summary>Models that are sold, in order; a model without cards is sold at no known price.</summary>
    public IEnumerable<string> Models => cards.Keys.Order(StringComparer.Ordinal);

    /// <summary>Models with an hourly price, in order.</summary>
    public IEnumerable<string> ProvisionedModels => provisioned.Keys.Order(StringComparer.Ordinal);

    /// <summary>The newest day on which any price was checked against its source.</summary>
    public DateOnly Checked =>
        day ?? cards.Values.SelectMany(list => list.Value).Select(card => card.Checked).DefaultIfEmpty().Max();

    /// <summary>All cards of a model; empty where it is unknown or has no known price.</summary>
    public IReadOnlyList<PriceCard> CardsOf(string model) => cards.GetValueOrDefault(model)?.Value ?? [];

    public IReadOnlyList<ProvisionedCard> ProvisionedCardsOf(string model) =>
        provisioned.GetValueOrDefault(model)?.Value ?? [];

    /// <returns>
    /// The card of the lowest context band, or null where the combination has no known price on that day.
    /// </returns>
    public PriceCard? Find(PriceKey key, DateOnly day) => Find(key, day, longContext: false);

    /// <returns>
    /// The card of the long-context band; null where the price does not depend on the length of the prompt.
    /// </returns>
    public PriceCard? FindLongContext(PriceKey key, DateOnly day) => Find(key, day, longContext: true);

    /// <param name="term"><c>none</c>, <c>1-month</c> or <c>6-month</c>.</param>
    public ProvisionedCard? FindProvisioned(string model, string region, string term, DateOnly day) =>
        ProvisionedCardsOf(model).FirstOrDefault(
            card => card.Term == term && card.HoldsOn(day) && card.Regions.Contains(region));

    /// <summary>Why <see cref="Find(PriceKey, DateOnly)"/> found nothing: which part of the key is not sold.</summary>
    public string WhyNot(PriceKey key, DateOnly day)
    {
        var all = CardsOf(key.Model);
        if (all.Count == 0)
        {
            return cards.ContainsKey(key.Model)
                ? $"no price of {key.Model} is known"
                : $"{key.Model} is not in the price book";
        }

        var scoped = all.Where(card => card.Scopes.Contains(key.Scope)).ToList();
        if (scoped.Count == 0)
        {
            return $"{key.Model} has no known {Words.Of(key.Scope)} price "
                + $"(known: {Join(all.SelectMany(card => card.Scopes).Distinct().Order().Select(Words.Of))})";
        }

        var here = scoped.Where(card => card.Regions.Contains(key.Region)).ToList();
        if (here.Count == 0)
        {
            var regions = scoped.SelectMany(card => card.Regions).Distinct().Order(StringComparer.Ordinal);
            return $"{key.Model} has no known {Words.Of(key.Scope)} price in {key.Region} "
                + $"(known in: {Join(regions)})";
        }

        var tiered = here.Where(card => card.Tier == key.Tier).ToList();
        return tiered.Count == 0
            ? $"{key.Model} has no known {Words.Of(key.Tier)}-tier price in {key.Region} "
                + $"(known: {Join(here.Select(card => card.Tier).Distinct().Order().Select(Words.Of))})"
            : $"{key.Model} has no known price on {day:yyyy-MM-dd} "
                + $"(known from {tiered.Min(card => card.From):yyyy-MM-dd})";
    }

    private PriceCard? Find(PriceKey key, DateOnly day, bool longContext)
    {
        if (!index.TryGetValue(key.Model, out var ofModel))
        {
            if (!cards.TryGetValue(key.Model, out var all))
            {
                return null;
            }

            index[key.Model] = ofModel = new CardIndex(all.Value);
        }

        PriceCard? first = null;
        foreach (var card in ofModel.Of(key.Scope, key.Region, key.Tier, longContext))
        {
            if (card.HoldsOn(day))
            {
                return card;
            }

            first = first is null || card.From < first.From ? card : first;
        }

        // A price that was only seen on its first day may be older: it reaches back, and the cost says so.
        return first is { FromBasis: FromBasis.Observed } && day < first.From ? first : null;
    }

    private static Dictionary<string, Lazy<T[]>> Known<T>(IReadOnlyDictionary<string, IReadOnlyList<T>> lists) =>
        lists.ToDictionary(pair => pair.Key, pair => new Lazy<T[]>([.. pair.Value]), StringComparer.Ordinal);

    /// <param name="Checked">Null where it is that of the newest card.</param>
    internal sealed record Stamp(string Digest, DateOnly? Checked);

    /// <summary>A list that a person reads: a dozen, and how many more there are.</summary>
    public static string Join(IEnumerable<string> words)
    {
        List<string> all = [.. words];
        var more = all.Count > 12 ? $" and {all.Count - 12} more" : "";
        return string.Join(", ", all.Take(12)) + more;
    }
}
