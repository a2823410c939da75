using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What it costs a month, whether that rises, and on what it goes.</summary>
internal static class CostFacts
{
    /// <summary>Below this a change is noise.</summary>
    private const decimal Flat = 0.01m;

    public static IReadOnlyList<Span> Costs(Report report)
    {
        var (totals, length) = (report.Totals, When.Length(report.Window));
        if (totals.CostUsd == Usd.Zero && totals.Unpriced.Count > 0)
        {
            return [new("unknown:", Tone.Warning), "nothing that ran has a known price"];
        }

        var around = Money.Around(new UsdRange(
            Month.Of(totals.CostUsdLow, report.Window),
            totals.MonthlyUsd,
            Month.Of(totals.CostUsdHigh, report.Window)));
        return
        [
            new($"{Money.Of(totals.MonthlyUsd)} a month", Tone.Strong),
            (around is null ? "" : $"({around}) ")
                + $"at the rate of {Money.Of(totals.CostUsd)} in {length}{Bill(totals)}"
                + (totals.Unpriced.Count > 0 ? "; more with what has no price" : ""),
        ];
    }

    public static IReadOnlyList<Span> Trend(Report report)
    {
        var length = When.Length(report.Window);
        var now = report.Totals.CostUsd;
        if (report.Totals.Previous.CostUsd is not { } before)
        {
            return [$"unknown: the {length} before could not be read"];
        }

        if (before == Usd.Zero)
        {
            return now == Usd.Zero
                ? [$"nothing in the {length} before either"]
                : [$"new: nothing was spent in the {length} before"];
        }

        var change = now - before;
        var on = $"on the {length} before ({Money.Of(before)})";
        var share = Math.Abs(change.Amount / before.Amount);
        var by = $"{Percent.Of(share)} ({(change > Usd.Zero ? "+" : "")}{Money.Of(change)})";
        return
        [
            share < Flat ? new("flat", Tone.Strong)
                : change > Usd.Zero ? new($"up {by}", Tone.Warning)
                : new($"down {by}", Tone.Good),
            on,
            .. Sparkline.Of(report) is { } bars ? [new Span(bars, Tone.Dim)] : Array.Empty<Span>(),
        ];
    }

    public static IReadOnlyList<Span> Kinds(Report report)
    {
        var kinds = report.Totals.ByKind;
        (string Name, Usd Cost)[] parts =
        [
            ("output", kinds.Output), ("input", kinds.Input), ("cache writes", kinds.CacheWrite),
            ("cache reads", kinds.CacheRead), ("provisioned", kinds.Provisioned),
        ];
        var percents = Percent.Parts([.. parts.Select(part => part.Cost)]);
        var said = parts.Zip(percents)
            .Where(part => part.First.Cost > Usd.Zero)
            .OrderByDescending(part => part.First.Cost)
            .Select(part => $"{part.First.Name} {(part.Second == 0 ? "<1" : part.Second)}%")
            .ToList();
        var rest = string.Join(", ", said.Skip(1));
        return said.Count == 0 ? []
            : [new(said[0] + (rest.Length > 0 ? "," : ""), Tone.Strong), rest, .. Caching(report)];
    }

    private static IEnumerable<Span> Caching(Report report)
    {
        var monthly = Month.Of(report.Totals.RealisedCacheSavingUsd, report.Window);
        return monthly.Amount switch
        {
            > 0 => [new($"(caching already saves {Money.Of(monthly)} a month)", Tone.Dim)],
            < 0 => [new($"(caching loses {Money.Of(Usd.Zero - monthly)} a month)", Tone.Warning)],
            _ => [],
        };
    }

    private static string Bill(Totals totals)
    {
        if (totals.BilledUsd is not { } billed)
        {
            return "";
        }

        var difference = totals.CostUsd > Usd.Zero ? (billed.Amount / totals.CostUsd.Amount) - 1 : 0;
        return Math.Abs(difference) < 0.0005m
            ? "; the bill says the same"
            : $"; the bill says {Money.Of(billed)}, {Percent.Of(Math.Abs(difference))} "
                + (difference > 0 ? "more" : "less");
    }
}
