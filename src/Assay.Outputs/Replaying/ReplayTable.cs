using System.Globalization;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Outputs.Terminal;
using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Replaying;

/// <summary>A replay for a person: what each change leaves, what it is made of, and whether it loses money.</summary>
internal static class ReplayTable
{
    private const int Margin = 9;

    private static readonly Column[] WorkloadColumns =
        [new("workload", ColumnKind.Id), new("costs"), new("saves")];

    private static readonly Column[] MeasureColumns = [new("measure", ColumnKind.Id), new("value")];

    public static void Write(ReplayReport replay, TextWriter writer, OutputOptions options)
    {
        var page = new Page(options.Width);
        page.Line(
            new Span($"{Count.Of(replay.Calls, "call")} ", Tone.Strong),
            $"from {Exact.Time(replay.Window.From)} to {Exact.Time(replay.Window.To)} cost ",
            new Span(Dollars(replay.Actual.CostUsd), Tone.Strong));
        if (replay.Steps.Count == 0)
        {
            page.Line(new Span("nothing was changed: name a change with --lever", Tone.Dim));
        }
        else
        {
            page.Table(Steps(replay), all: true);
        }

        foreach (var step in replay.Steps)
        {
            Step(step, page);
        }

        foreach (var why in replay.Unpriced)
        {
            page.Beside(new Span("unpriced", Tone.Warning), Margin, [why]);
        }

        Painter.Paint(page.Lines, writer, options.Color);
    }

    private static Sheet Steps(ReplayReport replay)
    {
        var isRange = replay.Steps.Any(step => step.Drivers.Count > 0);
        return new(
            "Made otherwise",
            "dollars of these calls, each change on what those above left",
            [
                new("change", ColumnKind.Id), new("costs"), new("saves"),
                .. isRange ? [new("low – high")] : (Column[])[],
                new("of it"), new("alone"),
            ],
            [
                .. replay.Steps.Select((step, i) => (IReadOnlyList<Span>)
                [
                    new(step.Lever, Tone.Strong),
                    Dollars(step.CostUsd),
                    new(Dollars(step.SavedUsd), step.SavedUsd < Usd.Zero ? Tone.Bad : Tone.Good),
                    .. Ends(isRange, (step.SavedUsdLow, step.SavedUsdHigh)),
                    Part(step.SavedUsd, replay.Actual.CostUsd),
                    new(Dollars(replay.Standalone[i].SavedUsd), Tone.Dim),
                ]),
            ])
        {
            Total = replay.Steps.Count < 2 ? null :
            [
                new("all"), Dollars(replay.Combined.CostUsd), new(Dollars(replay.Combined.SavedUsd), Tone.Good),
                .. Ends(isRange, replay.CombinedRange), Part(replay.Combined.SavedUsd, replay.Actual.CostUsd), "",
            ],
        };
    }

    private static void Step(ReplayStep step, Page page)
    {
        var options = string.Join(", ", step.Options.Select(option => $"{option.Name}={option.Value}"));
        page.Table(
            new Sheet(
                step.Lever,
                options,
                MeasureColumns,
                [.. step.Measures.Select(each => (IReadOnlyList<Span>)[each.Name, Figure(each.Value)])]),
            all: true);
        if (step.Candidates.Count > 0)
        {
            page.Table(CandidateSheet.Of(step), all: true);
        }

        if (step.Workloads.Count > 1)
        {
            page.Table(Workloads(step), all: false);
        }

        if (Loses(step) is { } loss)
        {
            page.Beside(new Span("loses", Tone.Bad), Margin, [loss]);
        }

        foreach (var driver in step.Drivers)
        {
            page.Beside(new Span("range", Tone.Dim), Margin, [driver]);
        }

        foreach (var assumption in step.Assumptions)
        {
            page.Beside(new Span("assumes", Tone.Dim), Margin, [assumption]);
        }
    }

    private static Sheet Workloads(ReplayStep step)
    {
        var money = Money.Alike(step.Workloads.SelectMany(each => (Usd[])[each.CostUsd, each.SavedUsd]));
        return new Sheet(
            "By workload",
            "dollars after the step, and what it saves",
            WorkloadColumns,
            [
                .. step.Workloads.Select(each => (IReadOnlyList<Span>)
                [
                    each.Name ?? "no known workload",
                    money(each.CostUsd),
                    new(money(each.SavedUsd), each.SavedUsd < Usd.Zero ? Tone.Bad : Tone.Good),
                ]),
            ]);
    }

    /// <summary>What a person must not overlook.</summary>
    private static string? Loses(ReplayStep step) =>
        step.Measures.FirstOrDefault(each => each.Name == "inputCostRatio").Value is > 1 and var ratio
            ? $"prompts would cost {Figure(ratio)} times what they cost uncached: writing costs more than reading saves"
            : step.SavedUsd < Usd.Zero ? $"{Dollars(new Usd(-step.SavedUsd.Value.Amount))} more than without it" : null;

    /// <summary>No column where calls show all of it, an empty cell where they show all of this step.</summary>
    private static Span[] Ends(bool isRange, (Usd? Low, Usd? High) saved) =>
        !isRange ? []
        : saved is ({ } low, { } high) && low != high ? [new($"{Money.Of(low)} – {Money.Of(high)}", Tone.Dim)]
        : [""];

    private static string Dollars(Usd? usd) => usd is { } known ? Money.Of(known) : Count.Unknown;

    private static string Part(Usd? part, Usd? whole) =>
        part is { } a && whole is { Amount: > 0 } b
            ? (a.Amount / b.Amount).ToString("0.0 %", CultureInfo.InvariantCulture)
            : Count.Unknown;

    private static string Figure(decimal? value) => value is not { } number ? Count.Unknown
        : number == decimal.Truncate(number) ? number.ToString("#,0", CultureInfo.InvariantCulture)
        : Exact.Number(number);
}
