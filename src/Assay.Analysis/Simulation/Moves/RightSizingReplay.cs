using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Models;

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
        var places = new ModelPlaces(context);
        Func<CatalogueModel, IEnumerable<CatalogueModel>> wanted =
            to == "peer" ? places.Peers : Wanted(request, context, places, "sibling, peer");
        var ratio = request.Factor("ratio", 1);
        var mover = new Mover(context, before);
        var moves = mover.Cheapest(group => places.Of(group, mover.Meters[group], wanted));
        MoveStep Made(decimal times) => new(
            [.. moves.Select((move, i) => move is null || !IsOther(places, mover, i, move) ? move
                : move with { Ratio = times })]);

        return new ReplayPlan(
            Id,
            [("to", to), ("candidates", listed), ("ratio", $"{ratio}")],
            [.. Told(places, mover, moves, ratio)],
            () => Made(ratio))
        {
            MakeAt = asked => Made(asked.Factor("ratio", ratio)),
            Candidates = listed == "all" ? Candidates.Of(context, mover, places) : [],
            Evidence = Evidence.Assumed,
            Unsure = moves.Where((move, i) => move is not null && IsOther(places, mover, i, move)).Any()
                ? [Tokens(context.Options)]
                : [],
        };
    }

    /// <summary>How many tokens another tokenizer makes of the same text.</summary>
    public static Unsure Tokens(LeverOptions options) => new(
        "ratio", $"{options.TokenRatio.High}", $"{options.TokenRatio.Low}",
        $"low: the other tokenizer makes {options.TokenRatio.High} times the tokens; high: "
            + $"{options.TokenRatio.Low} times");

    /// <summary>The models that <c>to=</c> asks for, given the one that calls are made on.</summary>
    /// <param name="words">What it may say beside a model's id.</param>
    public static Func<CatalogueModel, IEnumerable<CatalogueModel>> Wanted(
        LeverRequest request, ReplayContext context, ModelPlaces places, string words)
    {
        var to = request.Text("to", "sibling");
        if (to == "sibling")
        {
            return places.Siblings;
        }

        var named = context.Book.Catalogue.Models.FirstOrDefault(model => model.Id == to)
            ?? throw request.Wrong("to", $"{words}, or the id of a model as assay prices list has it");
        return _ => [named];
    }

    private static bool IsOther(ModelPlaces places, Mover mover, int group, Move move) =>
        places.IsOtherTokenizer(mover.Meters[group], move.Meter);

    private static IEnumerable<string> Told(
        ModelPlaces places, Mover mover, IReadOnlyList<Move?> moves, decimal ratio)
    {
        yield return "all calls that can move do, and the model they move to answers as well and as long: only a trial "
            + "on the user's own prompts can show that";
        foreach (var words in Pairs(mover, moves))
        {
            yield return words;
        }

        if (moves.Where((move, i) => move is not null && IsOther(places, mover, i, move)).Any())
        {
            yield return OtherTokenizer(ratio);
        }
    }

    /// <summary>From which model to which: <c>a → b</c>.</summary>
    public static IEnumerable<string> Pairs(Mover mover, IReadOnlyList<Move?> moves) =>
        moves.Select((move, i) => (From: mover.Meters[i].ModelId, To: move?.Meter.ModelId))
            .Where(pair => pair.To is not null).Distinct().Order()
            .Select(pair => $"{pair.From} → {pair.To}");

    public static string OtherTokenizer(decimal ratio) =>
        "another tokenizer makes 0.8 to 1.35 times the tokens of the same text; counts are taken "
            + (ratio == 1 ? "as they are" : $"{ratio} times");
}
