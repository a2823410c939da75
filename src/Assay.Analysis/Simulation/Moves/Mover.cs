using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Finds for each group the cheapest of the places its calls could go to; it stays where none is cheaper.
/// </summary>
internal sealed class Mover
{
    private readonly ReplayContext context;
    private readonly IReadOnlyList<TallyRow> rows;
    private readonly Bill now;

    public Mover(ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        this.context = context;
        var chain = context.ChainOf([.. before(), new NothingStep()]);
        Simulator.Run(context.Calls, new Tally([.. context.Meters.Select(context.Board.LongFrom)]), [chain]);
        rows = chain.Tallies[^1].Rows();
        Meters = chain.Meters[^1];
        now = context.Board.Price(rows, Meters);
    }

    /// <summary>What the groups are priced as before the move.</summary>
    public IReadOnlyList<Meter> Meters { get; }

    /// <param name="places">Where a group's calls could go, by its meter.</param>
    public IReadOnlyList<Move?> Cheapest(Func<int, IEnumerable<Move>> places) =>
        [.. Enumerable.Range(0, Meters.Count).Select(group => Cheapest(group, places(group)))];

    /// <returns>What a group's calls would cost there; null where something has no price.</returns>
    public Usd? Cost(int group, Move move)
    {
        var there = Meters.ToArray();
        there[group] = move.Meter;
        var bill = context.Board.Price(
            rows.Where(row => row.Group == group).Select(row => move.KeepsCache ? row : Uncached(row)), there);
        return bill.Unpriced.Count == 0 ? bill.Total : null;
    }

    /// <summary>The same place under another model or scope, as its id spells it.</summary>
    public static Meter To(Meter meter, RoutingScope scope, string model) => meter with
    {
        ModelId = scope switch
        {
            RoutingScope.Global => "global." + model,
            RoutingScope.Geo => Geo(meter.Region) + "." + model,
            _ => model,
        },
    };

    private Move? Cheapest(int group, IEnumerable<Move> places)
    {
        var (best, least) = ((Move?)null, now.Of(group));
        foreach (var place in places)
        {
            if (Cost(group, place) is { } cost && cost < least)
            {
                (best, least) = (place, cost);
            }
        }

        return best;
    }

    private static TallyRow Uncached(TallyRow row) => row with
    {
        Tokens = new TokenCounts { Input = row.Tokens.Prompt, Output = row.Tokens.Output },
    };

    private static string Geo(string region) => region.Split('-') switch
    {
        ["us", "gov", ..] => "us-gov",
        ["ap", ..] => "apac",
        [var area, ..] => area,
        _ => "us",
    };

    /// <summary>So that a chain without changes has a tally.</summary>
    private sealed class NothingStep : IReplayStep
    {
        public void Apply(ref ReplayedCall call)
        {
        }

        public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => [];
    }
}
