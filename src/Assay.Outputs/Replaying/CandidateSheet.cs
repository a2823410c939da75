using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Replaying;

/// <summary>The cheapest models of each workload; JSON has all of them.</summary>
internal static class CandidateSheet
{
    private const int EachShown = 6;

    public static Sheet Of(ReplayStep step)
    {
        var shown = step.Candidates.GroupBy(each => each.Workload).SelectMany(each => each.Take(EachShown)).ToList();
        var money = Money.Alike(shown.Select(each => each.CostUsd));
        return new Sheet(
            "On other models",
            $"the {EachShown} cheapest that can take all calls of a workload; no price shows if answers are as good",
            [new("workload", ColumnKind.Id), new("model", ColumnKind.Words), new("costs"), new("low – high")],
            [
                .. shown.Select(each => (IReadOnlyList<Span>)
                [
                    each.Name ?? "no known workload", each.Model, money(each.CostUsd),
                    new(each.CostUsdLow == each.CostUsdHigh
                        ? ""
                        : $"{Money.Of(each.CostUsdLow)} – {Money.Of(each.CostUsdHigh)}", Tone.Dim),
                ]),
            ]);
    }
}
