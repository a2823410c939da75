using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.PriceImport;

/// <summary>Every rate of the book once, for looking up by price as well as by key.</summary>
internal sealed class BookIndex
{
    private readonly ILookup<string, (PriceCard Card, TokenKind Kind, decimal Usd)> rates;
    private readonly ILookup<string, UnitPrice> units;
    private readonly ILookup<string, ProvisionedCard> hourly;

    public BookIndex(PriceBook book)
    {
        Book = book;
        rates = book.Models
            .SelectMany(model => book.CardsOf(model).SelectMany(card => Rates.Kinds
                .Where(kind => card.Rates[kind] is not null)
                .Select(kind => (model, Rate: (card, kind, card.Rates[kind]!.Value.Rate)))))
            .ToLookup(each => each.model, each => each.Rate);
        units = book.Units.ToLookup(unit => unit.Subject);
        hourly = book.Catalogue.Models.SelectMany(model => book.ProvisionedCardsOf(model.Id)
                .Select(card => (model.Id, card))).ToLookup(each => each.Id, each => each.card);
    }

    public PriceBook Book { get; }

    public static string Word(TokenKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    /// <summary>Rates of the observation's model and kind that differ in nothing that the observation names.</summary>
    public IEnumerable<(PriceCard Card, decimal Usd)> Same(Observation seen) =>
        Of(seen).Where(rate => Scoped(rate.Card, seen) && Placed(rate.Card, seen)
            && (seen.Tier is null || rate.Card.Tier == seen.Tier) && rate.Card.ContextFrom > 0 == seen.LongContext);

    /// <summary>Every rate of the observation's model and kind.</summary>
    public IEnumerable<(PriceCard Card, decimal Usd)> Of(Observation seen) =>
        seen.Model is null
            ? []
            : rates[seen.Model].Where(rate => Word(rate.Kind) == seen.Kind).Select(rate => (rate.Card, rate.Usd));

    /// <summary>Rates of any other kind at the observation's own key.</summary>
    public IEnumerable<(string Kind, decimal Usd)> OtherKinds(Observation seen) =>
        rates[seen.Model!].Where(rate => Scoped(rate.Card, seen) && Word(rate.Kind) != seen.Kind)
            .Select(rate => (Word(rate.Kind), rate.Usd));

    public bool HasUnit(Observation seen) =>
        units[seen.Model!].Any(unit => unit.Unit == seen.Kind && unit.Usd == seen.Usd && unit.Term == seen.Term)
        || (seen.Kind == "model-unit-hour"
            && hourly[seen.Model!].Any(card => card.Term == seen.Term && card.PerUnit.Rate == seen.Usd));

    public bool Sells(Observation seen) => Book.CardsOf(seen.Model!).Any(card => Scoped(card, seen)
        && Placed(card, seen) && (seen.Tier is null || card.Tier == seen.Tier)
        && card.ContextFrom > 0 == seen.LongContext);

    /// <summary>
    /// The card is the book's answer on the observation's day. One that was only seen on its first day reaches back,
    /// but not over a card that held before it.
    /// </summary>
    public bool Tells(PriceCard card, Observation seen) => card.HoldsOn(seen.Day)
        || (seen.Day < card.From && (
            from scope in card.Scopes
            where seen.Scopes.Count == 0 || seen.Scopes.Contains(scope)
            from region in card.Regions
            where seen.Regions.Count == 0 || seen.Regions.Contains(region)
            let key = new PriceKey(seen.Model!, scope, region, card.Tier)
            select seen.LongContext ? Book.FindLongContext(key, seen.Day) : Book.Find(key, seen.Day)).Contains(card));

    /// <summary>
    /// What the observation's kind costs in parts of the input price, by other sources, of the same model in any place:
    /// parts are alike in all Regions, so that a rate in another proportion is of something else.
    /// </summary>
    public IReadOnlyList<decimal> Parts(Observation seen) =>
    [
        .. Of(seen).Where(rate => rate.Card is { ContextFrom: 0, Tier: ServiceTier.Standard, Rates.Input.Rate: > 0 }
                && rate.Card.Source != Sources.Of(seen.Source).Url)
            .Select(rate => rate.Usd / rate.Card.Rates.Input!.Value.Rate).Distinct().Order(),
    ];

    /// <summary>Nothing in the book speaks against a rate of a cache beside this input price.</summary>
    public bool InProportion(Observation seen, decimal? input) =>
        !seen.Kind.StartsWith("cache", StringComparison.Ordinal) || input is not > 0
        || Parts(seen) is not { Count: > 0 } parts || parts.Contains(seen.Usd / input.Value);

    public static bool Scoped(PriceCard card, Observation seen) =>
        seen.Scopes.Count == 0 || seen.Scopes.Any(card.Scopes.Contains);

    public static bool Placed(PriceCard card, Observation seen) =>
        seen.Regions.Count == 0 || seen.Regions.Any(card.Regions.Contains);
}
