using Assay.Models;

namespace Assay.Pricing;

/// <summary>The part of the prices that a user's price is about; an empty list means all of them.</summary>
internal sealed record CardPart(
    IReadOnlyList<RoutingScope> Scopes,
    IReadOnlyList<string> Regions,
    IReadOnlyList<ServiceTier> Tiers,
    bool? LongContext,
    DateOnly From,
    DateOnly? To)
{
    /// <summary>Cuts this part out of a card: what is left of the card, and the part of it that is meant.</summary>
    public (IReadOnlyList<PriceCard> Left, PriceCard? Meant) Cut(PriceCard card)
    {
        var scopes = Common(card.Scopes, Scopes);
        var regions = Common(card.Regions, Regions);
        var from = card.From > From ? card.From : From;
        var to = card.To is null || To < card.To ? To : card.To;
        if (scopes.Count == 0 || regions.Count == 0 || (Tiers.Count > 0 && !Tiers.Contains(card.Tier))
            || (LongContext is { } band && band != card.ContextFrom > 0) || (to is { } end && end <= from))
        {
            return ([card], null);
        }

        var here = card with { Scopes = scopes, Regions = regions };
        List<PriceCard> left =
        [
            card with { Scopes = [.. card.Scopes.Except(scopes)] },
            card with { Scopes = scopes, Regions = [.. card.Regions.Except(regions)] },
        ];
        left.RemoveAll(each => each.Scopes.Count == 0 || each.Regions.Count == 0);
        if (card.From < from)
        {
            left.Add(here with { To = from });
        }

        if (to is { } last && last != card.To)
        {
            left.Add(here with { From = last });
        }

        return (left, here with { From = from, To = to });
    }

    /// <summary>True where both are about some price of the same day.</summary>
    public bool Meets(CardPart other) =>
        Meet(Scopes, other.Scopes) && Meet(Regions, other.Regions) && Meet(Tiers, other.Tiers)
        && (To is null || other.From < To) && (other.To is null || From < other.To);

    private static bool Meet<T>(IReadOnlyList<T> a, IReadOnlyList<T> b) =>
        a.Count == 0 || b.Count == 0 || a.Intersect(b).Any();

    private static IReadOnlyList<T> Common<T>(IReadOnlyList<T> all, IReadOnlyList<T> wanted) =>
        wanted.Count == 0 ? all : [.. all.Where(wanted.Contains)];
}
