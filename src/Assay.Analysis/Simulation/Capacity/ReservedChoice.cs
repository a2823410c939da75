using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// The best reservation of input and output apart. Its cost is that of calls that spill whole, which is the most; the
/// low end is that of each kind by itself.
/// </summary>
internal sealed class ReservedChoice
{
    /// <summary>What is left of the demand where it falls.</summary>
    private const decimal Fallen = 0.7m;

    private readonly TokenDemand demand;
    private readonly (LanePrice Input, LanePrice Output) lanes;
    private readonly ReservedSizer sizer;
    private readonly ReservedSizer fallen;

    public ReservedChoice(TokenDemand demand, (LanePrice Input, LanePrice Output) lanes)
    {
        (this.demand, this.lanes) = (demand, lanes);
        (sizer, fallen) = (Of(1), Of(Fallen));
    }

    public CapacityChoice On(CapacityChoice choice)
    {
        var best = sizer.BestTogether();
        var cost = sizer.Together(best);
        var spill = sizer.Spill(best);
        var (spilled, all) = ((lanes.Input.Worth * spill.Input) + (lanes.Output.Worth * spill.Output), sizer.OnDemand);
        var even = Ratio.Of(sizer.Capacity(best), sizer.Full(best));
        var (leastFallen, atP95) = (Math.Min(fallen.OnDemand, fallen.Together(fallen.BestTogether())), AtP95());
        var own = sizer.BestApart();
        return choice with
        {
            MonthlyUsd = WithReads(cost),
            MonthlyUsdLow = WithReads(Math.Min(cost, sizer.Apart(best))),
            MonthlyUsdHigh = WithReads(cost),
            CostRatio = Ratio.Of(WithReads(cost).Amount, WithReads(all).Amount),
            Pays = cost < all,
            Size = (best.InputTpm + best.OutputTpm) * demand.WindowSeconds / 60,
            CapacityUsd = Monthly(sizer.Capacity(best)),
            Utilisation = Share.Of(all - spilled, sizer.Full(best)),
            SpillShare = Share.Of(spilled, all),
            BreakEvenUtilisation = even,
            RegretUsd = Monthly(Math.Max(0, fallen.Together(best) - leastFallen)),
            AtP95Usd = WithReads(sizer.Together(atP95)),
            Curve = CapacityChoices.CurveOf(even),
            Lanes =
            [
                Lane("input", best.InputTpm, sizer.Inputs, lanes.Input, spill.Input) with { OwnTpm = own.InputTpm },
                Lane("output", best.OutputTpm, sizer.Outputs, lanes.Output, spill.Output) with
                {
                    OwnTpm = own.OutputTpm,
                },
            ],
        };
    }

    private ReservedSizer Of(decimal share)
    {
        var perMinute = share * 60 / demand.WindowSeconds;
        return new(
            [.. demand.Windows.Select(each => (each.Prompt * perMinute, each.Output * perMinute))],
            lanes.Input, lanes.Output);
    }

    private ReservedPair AtP95() =>
        new(Sold(sizer.Inputs, lanes.Input.Minimum), Sold(sizer.Outputs, lanes.Output.Minimum));

    private static long Sold(DemandCurve of, long minimum) =>
        Math.Max(minimum, (long)Math.Ceiling(of.Quantile(0.95m) / ReservedSizer.Step) * ReservedSizer.Step);

    private CapacityLane Lane(string kind, long tpm, DemandCurve of, LanePrice price, decimal spilled) => new(
        kind, tpm, of.Quantile(0.95m), Monthly(price.Capacity * tpm * of.Count),
        Share.Of(of.Total - spilled, (decimal)tpm * of.Count), Share.Of(spilled, of.Total), tpm);

    private Usd Monthly(decimal cost) => new Usd(cost * demand.PerMonth).Kept();

    /// <summary>Cache reads are paid as now, whatever is reserved.</summary>
    private Usd WithReads(decimal cost) => Monthly(cost + (demand.OnDemand?.Reads.Amount ?? 0));
}
