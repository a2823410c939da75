using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Finds for each group the cheapest of the places its calls could go to; it stays where none is cheaper. Calls are
/// read once there is such a place.
/// </summary>
internal sealed class Mover
{
    private readonly ReplayContext context;
    private readonly Lazy<ILookup<int, TallyRow>> rows;
    private readonly Lazy<Bill> now;

    public Mover(ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        this.context = context;
        var steps = before();
        Meters = context.MetersAfter(steps);
        rows = new(() => Left(context, steps).Rows().ToLookup(row => row.Group));
        now = new(() => context.Board.Price(rows.Value.SelectMany(row => row), Meters));
    }

    /// <summary>What the groups are priced as before the move.</summary>
    public IReadOnlyList<Meter> Meters { get; }

    /// <param name="places">Where a group's calls could go, by its meter.</param>
    public IReadOnlyList<Move?> Cheapest(Func<int, IEnumerable<Move>> places) =>
        [.. Enumerable.Range(0, Meters.Count).Select(group => Cheapest(group, places(group)))];

    /// <summary>What a group's calls cost before the move; without what has no price.</summary>
    public Usd Now(int group) => now.Value.Of(group);

    /// <returns>What a group's calls would cost there; null where something has no price.</returns>
    public Usd? Cost(int group, Move move)
    {
        var there = Meters.ToArray();
        there[group] = move.Meter;
        var bill = context.Board.Price(
            rows.Value[group].Select(row => move.KeepsCache ? row : Uncached(row)), there);
        return bill.Unpriced.Count == 0 ? bill.Total : null;
    }

    /// <summary>The same place under another model or scope, as its id spells it.</summary>
    public static Meter To(Meter meter, RoutingScope scope, string model) => meter with
    {
        ModelId = scope switch
        {
            RoutingScope.Global => "global." + model,
            RoutingScope.Geo => Geography.Of(meter.Region) + "." + model,
            _ => model,
        },
    };

    private Move? Cheapest(int group, IEnumerable<Move> places)
    {
        var (best, least) = ((Move?)null, (Usd?)null);
        foreach (var place in places.Where(place => context.Board.IsSold(place.Meter)))
        {
            least ??= Now(group);
            if (Cost(group, place) is { } cost && cost < least)
            {
                (best, least) = (place, cost);
            }
        }

        return best;
    }

    private static Tally Left(ReplayContext context, IReadOnlyList<IReplayStep> steps)
    {
        if (steps.Count == 0)
        {
            return context.AsMade;
        }

        var chain = context.ChainOf(steps);
        Simulator.Run(context.Calls, context.NewTally(), [chain]);
        return chain.Tallies[^1];
    }

    private static TallyRow Uncached(TallyRow row) => row with
    {
        Tokens = new TokenCounts { Input = row.Tokens.Prompt, Output = row.Tokens.Output },
    };
}
