using Assay.Models;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>The global profile in place of a geographic one, where it costs less.</summary>
internal sealed class ScopeReplay : IReplayLever
{
    public string Id => "routing-scope";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only();
        var mover = new Mover(context, before);
        var moves = mover.Cheapest(group =>
            context.Board.Resolve(mover.Meters[group]) is ModelResolution.Known { Scope: RoutingScope.Geo } known
                ? [new Move(Mover.To(mover.Meters[group], RoutingScope.Global, known.Model.Id))]
                : []);
        return new ReplayPlan(
            Id,
            [],
            ["prompts and answers may be processed in any Region: that is not for a price to decide"],
            () => new MoveStep(moves));
    }
}
