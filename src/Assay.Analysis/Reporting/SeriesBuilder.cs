using Assay.Ledgers;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>Every model id, day by day; the meters of one id are added.</summary>
internal sealed class SeriesBuilder(Ledger ledger)
{
    public IReadOnlyList<SeriesRow> Build(Window window)
    {
        var owners = ledger.ModelReferences()
            .ToDictionary(row => (row.Account, row.Region, row.ModelId), row => row.Owner);
        return
        [
            .. ledger.Days(window)
                .Select(day => (Day: day, Meter: ledger.Meters[day.MeterId]))
                .GroupBy(each => (each.Day.Day, each.Meter.Account, each.Meter.Region, each.Meter.ModelId))
                .OrderBy(group => group.Key.Day)
                .ThenBy(group => group.Key.Account, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Region, StringComparer.Ordinal)
                .ThenBy(group => group.Key.ModelId, StringComparer.Ordinal)
                .Select(group => Row(
                    group.Key,
                    owners.GetValueOrDefault((group.Key.Account, group.Key.Region, group.Key.ModelId)),
                    [.. group.Select(each => each.Day)])),
        ];
    }

    private static SeriesRow Row(
        (DateTimeOffset Day, string Account, string Region, string ModelId) key,
        string? owner,
        IReadOnlyList<DayTotal> days) =>
        new(
            key.Day, key.Account, key.Region, key.ModelId, owner,
            days.Any(day => day.Cost is not null)
                ? days.Aggregate(Usd.Zero, (sum, day) => sum + (day.Cost ?? Usd.Zero))
                : null,
            Sum(days, day => day.Input), Sum(days, day => day.Output), Sum(days, day => day.CacheRead),
            Sum(days, day => day.CacheWrite),
            days.Any(day => day.Invocations is not null) ? days.Sum(day => day.Invocations ?? 0) : null);

    private static Tokens Sum(IReadOnlyList<DayTotal> days, Func<DayTotal, Tokens> of) =>
        days.Aggregate(Tokens.Zero, (sum, day) => sum + of(day));
}
