using System.Security.Cryptography;
using System.Text;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>A user's own prices over a book. Pure: gives a new book, whose digest tells of both.</summary>
public static class PriceOverlay
{
    /// <summary>
    /// From its first day on a user's card goes before the book's for its exact key, up to a price of the book that
    /// began after the user's was checked; of two of the user's the later one holds. Unknown models join the catalogue.
    /// </summary>
    public static PriceBook Overlay(PriceBook book, PriceBook user)
    {
        string[] models = [.. user.Models];
        if (models.Length == 0 && user.Units.Count == 0 && !user.ProvisionedModels.Any())
        {
            return book;
        }

        var cards = CardsOf(book);
        var told = new StringBuilder(book.Digest).Append(user.Digest);
        foreach (var model in models)
        {
            var held = cards.GetValueOrDefault(model) ?? [];
            foreach (var card in user.CardsOf(model).OrderBy(card => card.From))
            {
                IReadOnlyList<PriceCard> own = [card];
                foreach (var newer in held.Where(each => each.From > card.Checked))
                {
                    own = [.. own.SelectMany(each => Part(newer).Cut(each).Left)];
                }

                foreach (var part in own)
                {
                    held = [.. held.SelectMany(each => Part(part).Cut(each).Left), part];
                    Tell(told, model, part);
                }
            }

            cards[model] = held;
        }

        return Made(book, user, cards, told.ToString());
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
        return (Made(book, null, cards, told.ToString()), idle);
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

    private static CardPart Part(PriceCard card) =>
        new(card.Scopes, card.Regions, [card.Tier], card.ContextFrom > 0, card.From, card.To);

    private static PriceBook Made(
        PriceBook book, PriceBook? user, Dictionary<string, IReadOnlyList<PriceCard>> cards, string told)
    {
        var hourly = book.ProvisionedModels.Union(user?.ProvisionedModels ?? []).ToDictionary(
            model => model,
            IReadOnlyList<ProvisionedCard> (model) =>
                UnitOverlay.Of(book.ProvisionedCardsOf(model), user?.ProvisionedCardsOf(model) ?? []),
            StringComparer.Ordinal);
        var own = user?.Catalogue.Models ?? [];
        var known = book.Catalogue.Models.Where(model => own.All(each => each.Id != model.Id)).Concat(own).ToList();
        var ids = known.Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
        return new PriceBook(
            new Catalogue(known.Concat(cards.Keys.Where(model => !ids.Contains(model)).Select(Unknown))),
            cards,
            hourly,
            UnitOverlay.Of(book.Units, user?.Units ?? []),
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
