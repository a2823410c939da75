using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What the tokens of a demand cost by the token, at their own tier and at any other.</summary>
/// <param name="rows">All tokens of the demand.</param>
/// <param name="meters">What they are priced as, by group: calls of provisioned models as those of their base.</param>
internal sealed class OnDemand(PriceBoard board, IReadOnlyList<TallyRow> rows, IReadOnlyList<Meter> meters)
{
    public Usd Cost { get; } = board.Price(rows, meters).Total;

    public Usd Reads { get; } = board.Price(rows.Select(Kept(cacheRead: true)), meters).Total;

    public Usd Outputs { get; } = board.Price(rows.Select(Kept(output: true)), meters).Total;

    /// <summary>Input and cache writes.</summary>
    public Usd Prompts => Cost - Reads - Outputs;

    /// <summary>What capacity would be bought for; null where that is several things, and then why.</summary>
    public (PriceKey? Key, CatalogueModel? Model, string? Why) Only()
    {
        var keys = rows.Select(row => row.Group).Distinct().Select(group => meters[group])
            .Select(meter => (Known: board.Resolve(meter) as ModelResolution.Known, meter.Region))
            .Where(each => each.Known is not null)
            .GroupBy(each => new PriceKey(each.Known!.Model.Id, each.Known.Scope, each.Region))
            .ToDictionary(each => each.Key, each => each.First().Known!.Model);
        var places = keys.Keys.Select(key => $"{key.Model} in {key.Region}").Distinct().Order(StringComparer.Ordinal)
            .ToList();
        return keys.Count switch
        {
            0 => (null, null, "the model of the demand is not known: --model ID --region REGION names it"),
            1 => (keys.Keys.Single(), keys.Values.Single(), null),
            _ when places.Count > 1 => (null, null,
                "it is bought for one model in one Region, and the demand is of " + PriceBook.Join(places)
                + ": --model ID --region REGION picks one"),
            _ => (keys.Keys.First() with { Scope = RoutingScope.Unknown }, keys.Values.First(),
                "its price depends on the routing scope, and the calls are "
                + PriceBook.Join(keys.Keys.Select(key => Words.Of(key.Scope)).Order(StringComparer.Ordinal))
                + ": --model takes an id with its prefix, as us." + keys.Values.First().Id),
        };
    }

    /// <summary>The same tokens at another tier; what is not sold there, or at no known price, stays.</summary>
    /// <returns>No cost where all stays, and then why; else what stays.</returns>
    public (Usd? Cost, string? Why, IReadOnlyList<string> Stays) At(ServiceTier tier)
    {
        var (sum, moves, why) = (Usd.Zero, false, (string?)null);
        var stays = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(row => row.Group))
        {
            var (cost, unsold) = At(tier, [.. group]);
            sum += cost ?? board.Price(group, meters).Total;
            moves |= cost is not null;
            if (cost is null)
            {
                stays.Add(meters[group.Key].ModelId);
                why ??= unsold;
            }
        }

        return moves ? (sum, null, [.. stays]) : (null, why, []);
    }

    private (Usd? Cost, string? Why) At(ServiceTier tier, List<TallyRow> group)
    {
        List<Meter> moved = [.. meters.Select(meter => meter with { Tier = tier })];
        var without = board.Price(group.Select(Uncached), moved);
        var with = tier == ServiceTier.Batch ? without : board.Price(group, moved);
        Usd?[] costs = [.. new[] { with, without }.Where(bill => bill.Unpriced.Count == 0).Select(bill => bill.Cost)];
        return costs.Length == 0 ? (null, without.Unpriced.First()) : (costs.Min(), null);
    }

    private static TallyRow Uncached(TallyRow row) => row with
    {
        Tokens = new TokenCounts { Input = row.Tokens.Prompt, Output = row.Tokens.Output },
    };

    private static Func<TallyRow, TallyRow> Kept(bool cacheRead = false, bool output = false) => row => row with
    {
        Tokens = new TokenCounts
        {
            CacheRead = cacheRead ? row.Tokens.CacheRead : Tokens.Zero,
            Output = output ? row.Tokens.Output : Tokens.Zero,
        },
    };
}
