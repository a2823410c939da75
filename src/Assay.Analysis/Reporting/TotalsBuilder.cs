using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>The sums of a window: rows never overlap, so the account is their sum.</summary>
internal sealed class TotalsBuilder(Ledger ledger, Inventory inventory)
{
    public Totals Build(Window window, IReadOnlyList<BuiltRow> rows)
    {
        var all = rows.Select(row => row.Row).ToList();
        var cost = Sum(all, row => row.CostUsd);
        return new(
            cost,
            Sum(all, row => row.CostUsdLow),
            Sum(all, row => row.CostUsdHigh),
            (cost * (720 / window.Hours)).Kept(),
            new CostByKind(
                Sum(all, row => row.Cost.Input), Sum(all, row => row.Cost.Output), Sum(all, row => row.Cost.CacheRead),
                Sum(all, row => row.Cost.CacheWrite), Sum(all, row => row.Cost.Provisioned)),
            Previous(window),
            inventory.Billed.Count == 0
                ? null
                : new Usd(inventory.Billed.Where(line => IsIn(window, line)).Sum(line => line.Usd)),
            UsdRange.Zero,
            Sum(all, row => row.RealisedCacheSavingUsd),
            UnownedShare: null,
            Unpriced(rows));
    }

    private PreviousWindow Previous(Window window)
    {
        var before = window.Previous;
        var read = inventory.Coverage.Where(each => each.Source == "cloudwatch-previous-window").ToList();
        var known = read.Count > 0 && read.TrueForAll(each => each.Status == ReadStatus.Complete)
            && ledger.LastReading is { } reading && reading.Window.Previous.From <= before.From;
        var sum = known
            ? ledger.CostTotals(before).Aggregate(Usd.Zero, (total, each) => total + (each.Cost?.Expected ?? Usd.Zero))
            : (Usd?)null;
        return new(before.From, before.To, sum);
    }

    private static List<UnpricedRow> Unpriced(IReadOnlyList<BuiltRow> rows)
    {
        return
        [
            .. rows.Where(row => row.Costs.UnpricedTokens > 0 || row.Costs.UnpricedHours > 0)
                .Select(row => new UnpricedRow(
                    row.Row.ModelId,
                    row.Row.Account,
                    row.Row.Region,
                    row.Costs.UnpricedTokens > 0 ? new Tokens((long)row.Costs.UnpricedTokens) : null,
                    row.Costs.UnpricedHours > 0 ? row.Costs.UnpricedHours : null,
                    row.WhyUnpriced))
                .OrderByDescending(row => row.Tokens?.Count ?? 0)
                .ThenBy(row => row.ModelId, StringComparer.Ordinal)
                .ThenBy(row => row.Account, StringComparer.Ordinal)
                .ThenBy(row => row.Region, StringComparer.Ordinal),
        ];
    }

    private static bool IsIn(Window window, Fact.Billed line) =>
        window.Contains(new DateTimeOffset(line.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    private static Usd Sum(IReadOnlyList<ModelRow> rows, Func<ModelRow, Usd?> of) =>
        rows.Aggregate(Usd.Zero, (sum, row) => sum + (of(row) ?? Usd.Zero));
}
