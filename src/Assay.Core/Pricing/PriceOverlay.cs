using System.Security.Cryptography;
using System.Text;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>A user's own prices over a book. Pure: gives a new book, whose digest tells of both.</summary>
public static class PriceOverlay
{
    /// <summary>
    /// From its first day on a user's card goes before the book's for its exact key; of two of the user's the later
    /// one does. Models that the catalogue does not know join it by their id.
    /// </summary>
    public static PriceBook Overlay(PriceBook book, IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> userCards)
    {
        if (userCards.Values.All(list => list.Count == 0))
        {
            return book;
        }

        var cards = CardsOf(book);
        var told = new StringBuilder(book.Digest);
        foreach (var (model, list) in userCards.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var held = cards.GetValueOrDefault(model) ?? [];
            foreach (var card in list.OrderBy(card => card.From))
            {
                var part = new CardPart(
                    card.Scopes, card.Regions, [card.Tier], card.ContextFrom > 0, card.From, card.To);
                held = [.. held.SelectMany(each => part.Cut(each).Left), card];
                Tell(told, model, card);
            }

            cards[model] = held;
        }

        var known = book.Catalogue.Models.Select(model => model.Id).ToHashSet();
        var added = userCards.Keys.Where(model => !known.Contains(model)).Select(Unknown);
        return Made(book, cards, told.ToString(), added);
    }

    /// <summary>Private prices, or discounts, over the prices of a book.</summary>
    /// <returns>The new book, and the overrides that no price of the book is meant by.</returns>
    public static (PriceBook Book, IReadOnlyList<PriceOverride> Idle) Override(
        PriceBook book, IReadOnlyList<PriceOverride> overrides)
    {
        if (overrides.Count == 0)
        {
            return (book, []);
        }

        var cards = CardsOf(book);
        var told = new StringBuilder(book.Digest);
        // Overrides of one price meet in different kinds only, so their order means nothing.
        List<PriceOverride> idle = [.. overrides.Where(each => !Apply(each, cards, told))];
        return (Made(book, cards, told.ToString(), []), idle);
    }

    /// <returns>False where no price is meant.</returns>
    private static bool Apply(
        PriceOverride own, Dictionary<string, IReadOnlyList<PriceCard>> cards, StringBuilder told)
    {
        var meant = false;
        string[] models = own.Model == PriceOverride.EveryModel ? [.. cards.Keys] : [own.Model];
        foreach (var model in models.Where(cards.ContainsKey))
        {
            var cuts = cards[model].Select(own.Part.Cut).ToList();
            List<PriceCard> changed =
            [
                .. cuts.Select(cut => cut.Meant).OfType<PriceCard>()
                    .Select(card => card with { Rates = own.Of(card.Rates) }),
            ];
            meant |= changed.Count > 0;
            changed.ForEach(card => Tell(told, model, card));
            cards[model] = [.. cuts.SelectMany(cut => cut.Left), .. changed];
        }

        return meant;
    }

    private static Dictionary<string, IReadOnlyList<PriceCard>> CardsOf(PriceBook book) =>
        book.Models.ToDictionary(model => model, book.CardsOf, StringComparer.Ordinal);

    private static PriceBook Made(
        PriceBook book,
        Dictionary<string, IReadOnlyList<PriceCard>> cards,
        string told,
        IEnumerable<CatalogueModel> added)
    {
        var hourly = book.Catalogue.Models.Select(model => model.Id).Union(book.Models)
            .Select(model => (Model: model, Cards: book.ProvisionedCardsOf(model)))
            .Where(pair => pair.Cards.Count > 0)
            .ToDictionary(pair => pair.Model, pair => pair.Cards, StringComparer.Ordinal);
        return new PriceBook(
            new Catalogue(book.Catalogue.Models.Concat(added)),
            cards,
            hourly,
            book.Units,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..16]);
    }

    private static void Tell(StringBuilder told, string model, PriceCard card) => told
        .Append('\n').Append(model).Append(' ').AppendJoin(',', card.Scopes).Append(' ').AppendJoin(',', card.Regions)
        .Append($" {card.Tier} {card.ContextFrom} {card.From:O} {card.To:O} {card.FromBasis} ")
        .AppendJoin(' ', Rates.Kinds.Select(kind => card.Rates[kind]?.Rate));

    /// <summary>Of size 0 and of no family: no lever compares what nothing is known of.</summary>
    private static CatalogueModel Unknown(string id) => new(
        id, id, id[..Math.Max(0, id.IndexOf('.', StringComparison.Ordinal))], id, id, Size: 0, Aliases: [],
        Input: ["text"], Output: ["text"], ContextTokens: null, MaxOutputTokens: null, Tools: null, Caching: null,
        Status: "active", LegacyFrom: null, EndOfLife: null, Successor: null, BurnDown: null);
}
