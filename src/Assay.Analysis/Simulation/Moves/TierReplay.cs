using Assay.Findings;
using Assay.Ledgers.Replaying;
using Assay.Models;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Another service tier for calls that can wait; batch has no caching, so what was cached is input there, and takes no
/// tools, so calls that offer some stay.
/// </summary>
internal sealed class TierReplay(string id, ServiceTier tier) : IReplayLever
{
    public string Id => id;

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("share");
        var share = request.Share("share", 1);
        var mover = new Mover(context, before);
        var withTools = context.Calls.Spreads().Where(each => each.HasTools).Select(each => each.Group).ToHashSet();
        var moves = mover.Cheapest(group => CanMove(mover.Meters[group], withTools.Contains(context.MadeIn(group)))
            ? [new Move(mover.Meters[group] with { Tier = tier }, KeepsCache: false), .. Cached(mover.Meters[group])]
            : []);
        return new ReplayPlan(
            Id,
            [("share", $"{share}")],
            [.. Told(share)],
            () => share < 1
                ? new ShareStep(new MoveStep(moves), moves.Count, share)
                : new MoveStep(moves))
        {
            Evidence = Evidence.Assumed,
        };
    }

    private bool CanMove(Meter meter, bool offersTools) =>
        meter.Tier is null or ServiceTier.Standard && !(offersTools && tier == ServiceTier.Batch);

    private IEnumerable<Move> Cached(Meter meter) =>
        tier == ServiceTier.Batch ? [] : [new Move(meter with { Tier = tier })];

    private IEnumerable<string> Told(decimal share)
    {
        yield return tier == ServiceTier.Batch
            ? "calls that move can wait for a day; batch has no caching, and calls that offer tools stay"
            : "calls that move can wait their turn, and one that is turned away is made again at no cost";
        if (share < 1)
        {
            yield return "which calls can wait is not known: an even share moves";
        }
    }
}
