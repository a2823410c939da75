using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// A smaller model answers first, the answer is checked, and what does not pass is asked again of the model that calls
/// are made on: small + check + escalation × large. Nobody knows which calls would escalate, so an even share does.
/// </summary>
internal sealed class CascadeReplay : IReplayLever
{
    private static readonly decimal[] Rates = [0.05m, 0.1m, 0.2m, 0.3m, 0.5m];

    public string Id => "cascade";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("to", "escalate", "check", "ratio");
        var (escalate, check) = (request.Share("escalate", 0.2m), request.Share("check", 1));
        var ratio = request.Factor("ratio", 1);
        var places = new ModelPlaces(context);
        var wanted = RightSizingReplay.Wanted(request, context, places, "sibling");
        var mover = new Mover(context, before);
        var small = mover.Cheapest(group => places.Of(group, mover.Meters[group], wanted))
            .Select((move, i) => Times(move, i, ratio))
            .ToList();
        var costs = new CascadeCosts(mover, small, check);
        List<Move?> moves = [.. small.Select((move, i) => costs.Pays(i, escalate) ? move : null)];
        return new ReplayPlan(
            Id,
            [("to", request.Text("to", "sibling")), ("escalate", $"{escalate}"), ("check", $"{check}"),
                ("ratio", $"{ratio}")],
            [.. Told(mover, moves, ratio)],
            () => new CascadeStep(moves, escalate, check, [.. Costs(costs)]))
        {
            MakeAt = asked => new CascadeStep(
                [.. moves.Select((move, i) => Times(move, i, asked.Factor("ratio", ratio)))],
                asked.Share("escalate", escalate), check, [.. Costs(costs)]),
            Evidence = Evidence.Assumed,
            Unsure = [.. NotKnown(context.Options, places, mover, small)],
        };

        Move? Times(Move? move, int group, decimal times) =>
            move is not null && places.IsOtherTokenizer(mover.Meters[group], move.Meter)
                ? move with { Ratio = times }
                : move;
    }

    private static IEnumerable<(string Name, decimal? Value)> Costs(CascadeCosts costs) =>
    [
        ("breakEvenEscalation", costs.BreakEven),
        .. Rates.Select(rate => ($"usdAtEscalation:{rate}", (decimal?)costs.At(rate).Amount)),
    ];

    private static IEnumerable<Unsure> NotKnown(
        LeverOptions options, ModelPlaces places, Mover mover, IReadOnlyList<Move?> small)
    {
        var (least, _, most) = options.Escalation;
        yield return new(
            "escalate", $"{most}", $"{least}",
            $"low: {Percent.Of(most)} of the calls are asked again of the larger model; high: {Percent.Of(least)}");
        if (small.Where((move, i) => move is not null && places.IsOtherTokenizer(mover.Meters[i], move.Meter)).Any())
        {
            yield return RightSizingReplay.Tokens(options);
        }
    }

    private static IEnumerable<string> Told(Mover mover, IReadOnlyList<Move?> moves, decimal ratio)
    {
        yield return "every call is asked of the smaller model first and judged by itself; a check finds every answer "
            + "that is not good enough, and costs as much as the call that it checks";
        yield return "which calls escalate is not known: an even share of them does";
        yield return "answers of both models are as long; only a trial on the user's own prompts can show how many "
            + "escalate";
        foreach (var words in RightSizingReplay.Pairs(mover, moves))
        {
            yield return words;
        }

        if (moves.Any(move => move?.Ratio is not (null or 1)))
        {
            yield return RightSizingReplay.OtherTokenizer(ratio);
        }
    }
}
