using System.Globalization;
using Assay.Outputs.Content;
using Assay.Outputs.Terminal;
using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Replaying;

/// <summary>
/// Capacity for a person: the best size and what it saves, what sizing at p95 would cost, and the curve.
/// </summary>
internal static class CapacityReportTable
{
    private const int Margin = 9;

    private static readonly Column[] Columns =
    [
        new("size"), new("", ColumnKind.Words), new("a month"), new("of on-demand"), new("used"), new("spills"),
        new("pays from"), new("regret"),
    ];

    public static void Write(CapacityReport capacity, TextWriter writer, OutputOptions options)
    {
        var page = new Page(options.Width);
        page.Line(new Span(Verdict(capacity), Tone.Strong));
        page.Line(new Span(AtP95(capacity)));
        page.Table(Sizes(capacity), all: true);
        page.Beside(new Span("columns", Tone.Dim), Margin, [
            "pays from: the discount at which this size begins to pay; regret: what it would cost more a month than "
            + "the best size, were demand 30 % less"]);
        foreach (var assumption in capacity.Assumptions)
        {
            page.Beside(new Span("assumes", Tone.Dim), Margin, [assumption]);
        }

        Painter.Paint(page.Lines, writer, options.Color);
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

    private static Sheet Sizes(CapacityReport capacity)
    {
        var money = Money.Alike(capacity.Sizes.Select(size => size.MonthlyUsd));
        return new Sheet(
            "Sizes",
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

    private static string Amount(decimal amount) =>
        amount < 10 ? amount.ToString("0.####", CultureInfo.InvariantCulture)
            : amount < 10_000 ? amount.ToString("#,0.#", CultureInfo.InvariantCulture) : Count.Nearest(amount);

    private static string Times(decimal part, decimal whole) =>
        whole == 0 ? Count.Unknown : (part / whole).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(decimal? share) =>
        share is { } known ? known.ToString("0.0 %", CultureInfo.InvariantCulture) : "";
}
