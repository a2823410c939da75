using System.Globalization;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Explain;

/// <summary>The sums as tables. Dollars have their cents here, so that adding them up gives the total.</summary>
internal static class ExplanationSheets
{
    private static readonly Column[] PlanColumns =
    [
        new("model", ColumnKind.Id), new("where", ColumnKind.Aside), new("kind", ColumnKind.Words),
        new("tokens a month"), new("USD per million"), new("USD a month"),
    ];

    private static readonly Column[] StepColumns =
        [new("end", ColumnKind.Id), new("before"), new("after"), new("saved")];

    public static Sheet Plan(string title, ExplainedPlan plan)
    {
        List<IReadOnlyList<Span>> rows =
        [
            .. plan.Lines.Select((line, i) => (IReadOnlyList<Span>)
            [
                // The model is said once for all of its kinds.
                .. i > 0 && plan.Lines[i - 1].Key == line.Key ? (Span[])["", ""] : Named(line.Key),
                ExplanationWords.Kind(line.Kind),
                line.Tokens.ToString("#,0", CultureInfo.InvariantCulture),
                Exact.Number(line.Price.Rate),
                Cents(line.MonthlyUsd),
            ]),
        ];
        if (plan.Hourly != Usd.Zero)
        {
            rows.Add([new("capacity", Tone.Strong), "", "by the hour", "", "", Cents(plan.Hourly)]);
        }

        return new Sheet(title, "the plan of a month", PlanColumns, rows)
        {
            Total = [new("all", Tone.Strong), "", "", "", "", new(Cents(plan.MonthlyUsd), Tone.Strong)],
        };
    }

    public static Sheet Steps(string title, IReadOnlyList<ExplainedStep> steps) => new(
        title, "before less after", StepColumns,
        [
            .. steps.Select(step => (IReadOnlyList<Span>)
            [
                new(step.Bound, Tone.Strong), Cents(step.Before.MonthlyUsd), Cents(step.After.MonthlyUsd),
                new(Cents(step.Saved), Tone.Good),
            ]),
        ]);

    private static Span[] Named(PriceKey key) =>
    [
        new(key.Model, Tone.Strong), new($"{key.Region} · {Exact.Word(key.Scope)} · {Exact.Word(key.Tier)}", Tone.Dim),
    ];

    private static string Cents(Usd usd) => usd.Amount.ToString("#,0.00", CultureInfo.InvariantCulture);
}
