using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// The cards of one model by Region and then by scope, tier and context band: looking a price up is the innermost loop
/// of pricing. No key of several parts, because the just-in-time compiler makes every dictionary of one anew.
/// </summary>
internal sealed class CardIndex
{
    private const int Tiers = (int)ServiceTier.Reserved + 1;

    private const int Slots = ((int)RoutingScope.Provisioned + 1) * Tiers * 2;

    private readonly Dictionary<string, PriceCard[][]> byRegion = new(StringComparer.Ordinal);

    public CardIndex(PriceCard[] cards)
    {
        foreach (var card in cards)
        {
            foreach (var region in card.Regions)
            {
                if (!byRegion.TryGetValue(region, out var slots))
                {
                    byRegion.Add(region, slots = new PriceCard[Slots][]);
                }

                foreach (var scope in card.Scopes)
                {
                    var slot = Slot(scope, card.Tier, card.ContextFrom > 0);
                    slots[slot] = [.. slots[slot] ?? [], card];
                }
            }
        }
    }

    /// <returns>Every period of the key, in the order of the book; empty where it is not sold.</returns>
    public PriceCard[] Of(RoutingScope scope, string region, ServiceTier tier, bool longContext) =>
        byRegion.TryGetValue(region, out var slots) ? slots[Slot(scope, tier, longContext)] ?? [] : [];

    private static int Slot(RoutingScope scope, ServiceTier tier, bool longContext) =>
        (((int)scope * Tiers) + (int)tier) * 2 + (longContext ? 1 : 0);
}
