using Assay.Ledgers.Replaying;
using Assay.Models;
using Assay.Units;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// The same calls on a smaller sibling of their model, or on one that is named: what they would cost. That it answers
/// as well is not shown by a price.
/// </summary>
internal sealed class RightSizingReplay : IReplayLever
{
    public string Id => "model-right-sizing";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("to", "candidates", "ratio");
        var listed = request.OneOf("candidates", "none", "all");
        var to = request.Text("to", "sibling");
        var wanted = to is "sibling" or "peer"
            ? null
            : context.Book.Catalogue.Models.FirstOrDefault(model => model.Id == to)
            ?? throw request.Wrong("to", "sibling, peer, or the id of a model as assay prices list has it");
        var ratio = request.Factor("ratio", 1);
        var mover = new Mover(context, before);
        var spreads = context.Calls.Spreads().ToDictionary(each => each.Group);
        var moves = mover.Cheapest(group => Places(
            context, mover, group, spreads.GetValueOrDefault(group),
            model => wanted is not null ? [wanted] : to == "peer" ? Peers(context, model) : Siblings(context, model)));
        IReadOnlyList<(string, decimal?)> candidates = listed == "all" ? [.. Candidates(context, mover, spreads)] : [];
        return new ReplayPlan(
            Id,
            [("to", to), ("candidates", listed), ("ratio", $"{ratio}")],
            [.. Told(context, mover, moves, ratio)],
            () => new MoveStep(
                [.. moves.Select((move, i) => move is null || !IsOther(context, mover, i, move) ? move
                    : move with { Ratio = ratio })],
                candidates));
    }

    private static IEnumerable<Move> Places(
        ReplayContext context, Mover mover, int group, GroupSpread? spread,
        Func<CatalogueModel, IEnumerable<CatalogueModel>> wanted)
    {
        var meter = mover.Meters[group];
        if (context.Board.Resolve(meter) is not ModelResolution.Known { Scope: not RoutingScope.Provisioned } known
            || spread is null)
        {
            return [];
        }

        // Of one price the last by id is taken, which is the newest.
        return from model in wanted(known.Model).OrderByDescending(each => each.Id, StringComparer.Ordinal)
               where model.Id != known.Model.Id && CanTake(model, known.Model, spread)
               from scope in (RoutingScope[])[known.Scope, RoutingScope.InRegion, RoutingScope.Geo]
               from keeps in model.Caching is null ? (bool[])[false] : [true, false]
               select new Move(Mover.To(meter, scope, model.Id), keeps);
    }

    /// <summary>What all calls would cost on each model that can take all of them, the cheapest first.</summary>
    private static IEnumerable<(string Name, decimal? Value)> Candidates(
        ReplayContext context, Mover mover, Dictionary<int, GroupSpread> spreads) =>
        context.Book.Catalogue.Models
            .Where(model => model.Status == "active" && model.GeneratesText)
            .Select(model => (model.Id, Cost: CostOn(model, context, mover, spreads)))
            .Where(each => each.Cost is not null)
            .OrderBy(each => each.Cost!.Value.Amount).ThenBy(each => each.Id, StringComparer.Ordinal)
            .Select(each => ("usdOn:" + each.Id, (decimal?)each.Cost!.Value.Amount));

    /// <returns>Null where some calls can't be made there, or have no price.</returns>
    private static Usd? CostOn(
        CatalogueModel model, ReplayContext context, Mover mover, Dictionary<int, GroupSpread> spreads)
    {
        var sum = Usd.Zero;
        foreach (var (at, spread) in spreads)
        {
            var places = context.Board.ModelOf(mover.Meters[at])?.Id == model.Id
                ? [new Move(mover.Meters[at])]
                : Places(context, mover, at, spread, _ => [model]);
            if (places.Select(place => mover.Cost(at, place)).Min() is not { } least)
            {
                return null;
            }

            sum += least;
        }

        return sum.Kept();
    }

    /// <summary>Models of the same family in the next smaller size that it has.</summary>
    private static IEnumerable<CatalogueModel> Siblings(ReplayContext context, CatalogueModel model)
    {
        var smaller = context.Book.Catalogue.Models
            .Where(each => each.Family == model.Family && each.Size < model.Size && each.Size > 0
                && each.Status == "active")
            .ToList();
        return smaller.Where(each => each.Size == smaller.Max(other => other.Size));
    }

    /// <summary>Models of the same family and size: where one costs less, it has taken the other's place.</summary>
    private static IEnumerable<CatalogueModel> Peers(ReplayContext context, CatalogueModel model) =>
        context.Book.Catalogue.Models.Where(each => each.Family == model.Family && each.Size == model.Size
            && each.Size > 0 && each.Status == "active");

    private static bool CanTake(CatalogueModel model, CatalogueModel now, GroupSpread spread) =>
        model.GeneratesText && now.Input.All(model.Input.Contains)
        && (!spread.HasTools || model.Tools == true)
        && (model.ContextTokens is not { } context || spread.MostPrompt <= context)
        && (model.MaxOutputTokens is not { } most || spread.MostOutput <= most);

    /// <summary>It counts the same text otherwise.</summary>
    private static bool IsOther(ReplayContext context, Mover mover, int group, Move move) =>
        context.Board.ModelOf(move.Meter)?.Tokenizer != context.Board.ModelOf(mover.Meters[group])?.Tokenizer;

    private static IEnumerable<string> Told(
        ReplayContext context, Mover mover, IReadOnlyList<Move?> moves, decimal ratio)
    {
        yield return "all calls that can move do, and the model they move to answers as well and as long: only a trial "
            + "on the user's own prompts can show that";
        foreach (var (from, to) in moves.Select((move, i) => (mover.Meters[i].ModelId, move?.Meter.ModelId))
            .Where(pair => pair.Item2 is not null).Distinct().Order())
        {
            yield return $"{from} → {to}";
        }

        if (moves.Where((move, i) => move is not null && IsOther(context, mover, i, move)).Any())
        {
            yield return "another tokenizer makes 0.8 to 1.35 times the tokens of the same text; counts are taken "
                + (ratio == 1 ? "as they are" : $"{ratio} times");
        }
    }
}
