using Assay.Models;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Another service tier for calls that can wait; batch has no caching, so what was cached is input there.
/// </summary>
internal sealed class TierReplay(string id, ServiceTier tier) : IReplayLever
{
    public string Id => id;

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only();
        var mover = new Mover(context, before);
        var moves = mover.Cheapest(group => mover.Meters[group] is { Tier: null or ServiceTier.Standard } meter
            ? [new Move(meter with { Tier = tier }, KeepsCache: false), .. Cached(meter)]
            : []);
        return new ReplayPlan(
            Id,
            [],
            [
                tier == ServiceTier.Batch
                    ? "every call can wait for a day, and batch has no caching"
                    : "every call can wait its turn, and a call that is turned away is made again at no cost",
            ],
            () => new MoveStep(moves));
    }

    private IEnumerable<Move> Cached(Usage.Meter meter) =>
        tier == ServiceTier.Batch ? [] : [new Move(meter with { Tier = tier })];
}
