using System.Globalization;
using Assay.Outputs.Content;
using Assay.Outputs.Terminal;
using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Replaying;

/// <summary>
/// Capacity for a person: which choice is best and why, all of them side by side, and what every size would cost.
/// </summary>
internal static class CapacityReportTable
{
    private const int Margin = 9;

    private static readonly Column[] Columns =
    [
        new("size"), new("", ColumnKind.Words), new("a month"), new("of on-demand"), new("used"), new("spills"),
        new("needs discount"), new("regret"),
    ];

    public static void Write(CapacityReport capacity, TextWriter writer, OutputOptions options)
    {
        var page = new Page(options.Width);
        foreach (var advice in capacity.Advice)
        {
            page.Beside(
                new Span(advice.Case == "answers-now" ? "best" : "can wait", Tone.Strong), Margin,
                [new Span($"{CapacityChoiceSheets.Name(advice.Kind, advice.Term)}: {advice.Reason}", Tone.Strong)]);
        }

        Choices(page, capacity);
        if (capacity.Sizes.Count > 1)
        {
            Sizes(page, capacity);
        }

        page.Blank();
        foreach (var assumption in capacity.Assumptions)
        {
            page.Beside(new Span("assumes", Tone.Dim), Margin, [assumption]);
        }

        Painter.Paint(page.Lines, writer, options.Color);
    }

    public static string Amount(decimal amount) =>
        amount < 10 ? amount.ToString("0.####", CultureInfo.InvariantCulture)
            : amount < 10_000 ? amount.ToString("#,0.#", CultureInfo.InvariantCulture) : Count.Nearest(amount);

    private static void Choices(Page page, CapacityReport capacity)
    {
        if (capacity.Choices.Count == 0)
        {
            return;
        }

        page.Table(CapacityChoiceSheets.Choices(capacity), all: true);
        page.Beside(new Span("columns", Tone.Dim), Margin, [
            "ratio: of what on-demand calls cost; none (…): no size pays, and this one loses least; "
            + "pays from: used so much, it costs what on-demand calls cost; at p95: what a size costs that 95 % of the "
            + "windows fit into; regret: what it would cost more than the best size, were demand 30 % less"]);
        foreach (var choice in capacity.Choices.Where(each => each.Pays && each.Lanes.Count > 0))
        {
            page.Beside(new Span("apart", Tone.Dim), Margin, [Lanes(choice)]);
        }

        Together(page, new Span("mind", Tone.Dim), capacity.Choices.Where(each => each.MonthlyUsd is not null)
            .Select(each => (CapacityChoiceSheets.Name(each), each.Caveat)));
        Together(page, new Span("missing", Tone.Warning), capacity.Choices.Where(each => each.Missing is not null)
            .Select(each => (CapacityChoiceSheets.Name(each), each.Missing!)));
        if (CapacityChoiceSheets.Replaced(capacity) is { } replaced)
        {
            page.Table(replaced, all: true);
            page.Beside(new Span("its end", Tone.Dim), Margin, [End(capacity.Model)]);
        }
    }

    /// <summary>What holds of several choices is said once.</summary>
    private static void Together(Page page, Span label, IEnumerable<(string Name, string Text)> lines)
    {
        foreach (var same in lines.GroupBy(each => each.Text, each => each.Name))
        {
            page.Beside(label, Margin, [$"{string.Join("; ", same)}: {same.Key}"]);
        }
    }

    private static string Lanes(CapacityChoice choice) =>
        CapacityChoiceSheets.Name(choice) + ": " + string.Join("; ", choice.Lanes.Select(lane =>
            $"{Count.Of(lane.Tpm)} {lane.Kind} tokens a minute cost {Money.Of(lane.MonthlyUsd)}, are used to "
            + $"{CapacityChoiceSheets.Percent(lane.Utilisation?.Value)} and spill "
            + $"{CapacityChoiceSheets.Percent(lane.SpillShare?.Value)} (p95 of demand {Count.Nearest(lane.P95Tpm)})"))
        + (choice.MonthlyUsdLow < choice.MonthlyUsdHigh
            ? $"; {Money.Of(choice.MonthlyUsdLow!.Value)} a month in all, if each spills by itself" : "");

    private static string End(CapacityModel? model) => model switch
    {
        null => "no known model, so no known end of life",
        { EndOfLife: { } end } => $"AWS retires {model.Name} on {end:yyyy-MM-dd}"
            + (model.Successor is { } next ? $"; {next} follows it" : ""),
        _ => $"no end of life of {model.Name} is known; successors come all the same",
    };

    private static void Sizes(Page page, CapacityReport capacity)
    {
        page.Table(Sheet(capacity), all: true);
        page.Line(new Span(Verdict(capacity), Tone.Strong));
        page.Line(new Span(AtP95(capacity)));
        page.Beside(new Span("columns", Tone.Dim), Margin, [
            "needs discount: from the list price, for this size to cost what on-demand calls cost; regret: what it "
            + "would cost more a month than the best size, were demand 30 % less"]);
    }

    private static string Verdict(CapacityReport capacity)
    {
        var best = capacity.Sizes.First(size => size.Name == "best");
        return capacity.Best == 0
            ? $"no size of {capacity.Kind} capacity pays: on-demand costs {Money.Of(capacity.OnDemandUsd)} a month"
            : $"the best size is {Amount(capacity.Best)} a window, {Times(capacity.Best, capacity.Mean)} of the mean: "
                + $"it saves {Percent(1 - best.CostRatio)} of {Money.Of(capacity.OnDemandUsd)} a month";
    }

    private static string AtP95(CapacityReport capacity)
    {
        var size = capacity.Sizes.First(each => each.Name == "p95");
        return $"sized at the p95 of demand it would cost {size.CostRatio:0.000} × on-demand"
            + (size.CostRatio > 1 ? ": that loses money" : "");
    }

    private static Sheet Sheet(CapacityReport capacity)
    {
        var money = Money.Alike(capacity.Sizes.Select(size => size.MonthlyUsd));
        return new Sheet(
            "Sizes of " + CapacityChoiceSheets.Name(capacity.Kind, capacity.Term),
            $"{Count.Of(capacity.Windows)} windows of {Amount(capacity.WindowSeconds)} s; dollars a month",
            Columns,
            [.. capacity.Sizes.Select(size => Row(size, money))]);
    }

    private static IReadOnlyList<Span> Row(CapacitySize size, Func<Usd, string> money) =>
    [
        Amount(size.Size),
        new(size.Name ?? "", Tone.Strong),
        money(size.MonthlyUsd),
        new(Percent(size.CostRatio), size.CostRatio > 1 ? Tone.Bad : Tone.Good),
        Percent(size.Utilisation?.Value),
        Percent(size.SpillShare?.Value),
        Percent(size.BreakEvenDiscount),
        money(size.RegretUsd),
    ];

    private static string Times(decimal part, decimal whole) =>
        whole == 0 ? Count.Unknown : (part / whole).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(decimal? share) => CapacityChoiceSheets.Percent(share);
}
