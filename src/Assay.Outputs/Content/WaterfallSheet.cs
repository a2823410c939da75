using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>From what a month costs to what it could cost, one lever after the other.</summary>
internal static class WaterfallSheet
{
    private static readonly Column[] Columns =
        [new("lever", ColumnKind.Id), new("before"), new("saves"), new("after"), new("at least"), new("at most")];

    public static Sheet Of(Report report)
    {
        var steps = report.Waterfall;
        var all = new WaterfallStep(
            "all", steps[0].MonthlyUsdBefore, steps[^1].MonthlyUsdAfter, Sum(steps, step => step.MonthlyUsdSaved),
            Sum(steps, step => step.Low), Sum(steps, step => step.High));
        var money = Money.Alike([all.MonthlyUsdBefore, all.MonthlyUsdSaved]);
        return new Sheet(
            "Savings one after the other",
            "dollars a month, each on what those above left",
            Columns,
            [.. steps.Select(step => Row(step, money))])
        {
            Total = steps.Count > 1 ? Row(all, money) : null,
        };
    }

    private static List<Span> Row(WaterfallStep step, Func<Usd, string> money) =>
    [
        new(step.Lever, Tone.Strong),
        money(step.MonthlyUsdBefore),
        new(money(step.MonthlyUsdSaved), Tone.Good),
        money(step.MonthlyUsdAfter),
        new(money(step.Low), Tone.Dim),
        new(money(step.High), Tone.Dim),
    ];

    private static Usd Sum(IEnumerable<WaterfallStep> steps, Func<WaterfallStep, Usd> part) =>
        steps.Aggregate(Usd.Zero, (sum, step) => sum + part(step));
}
