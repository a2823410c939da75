using Assay.Models;
using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>What the calls of each workload would cost on every model that can take all of them.</summary>
internal static class Candidates
{
    /// <returns>By workload, the dearest first; of each its models, the cheapest first.</returns>
    public static IReadOnlyList<ReplayCandidate> Of(ReplayContext context, Mover mover, ModelPlaces places) =>
    [
        .. places.Groups.GroupBy(at => context.Calls.Groups[at].Workload)
            .Select(groups => (
                Workload: groups.Key is { } id ? context.Workloads.GetValueOrDefault(id) : null,
                Groups: groups.ToList()))
            .OrderByDescending(each => each.Groups.Sum(at => mover.Now(at).Amount))
            .ThenBy(each => each.Workload?.Slug, StringComparer.Ordinal)
            .SelectMany(each =>
                from model in places.All
                let costs = CostsOn(model, each.Groups, context, mover, places)
                where costs is not null
                orderby costs.Value.Expected.Amount, model.Id
                select new ReplayCandidate(
                    each.Workload?.Slug, each.Workload?.Name, model.Id,
                    costs.Value.Expected, costs.Value.Low, costs.Value.High)),
    ];

    /// <returns>Null where some calls can't be made there, or have no price.</returns>
    private static (Usd Low, Usd Expected, Usd High)? CostsOn(
        CatalogueModel model, List<int> groups, ReplayContext context, Mover mover, ModelPlaces places)
    {
        var (low, expected, high) = (Usd.Zero, Usd.Zero, Usd.Zero);
        var (fewest, most) = context.Options.TokenRatio;
        foreach (var at in groups)
        {
            var meter = mover.Meters[at];
            var moves = context.Board.ModelOf(meter)?.Id == model.Id
                ? [new Move(meter)]
                : places.Of(at, meter, _ => [model]);
            if (moves.Select(move => (Move: move, Cost: mover.Cost(at, move))).Where(each => each.Cost is not null)
                .OrderBy(each => each.Cost!.Value.Amount).FirstOrDefault() is not { Cost: { } least, Move: { } move })
            {
                return null;
            }

            var isOther = places.IsOtherTokenizer(meter, move.Meter);
            low += least * (isOther ? fewest : 1);
            expected += least;
            high += least * (isOther ? most : 1);
        }

        return (low.Kept(), expected.Kept(), high.Kept());
    }
}
