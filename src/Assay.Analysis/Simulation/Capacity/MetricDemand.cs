using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand of what CloudWatch counted: by the minute where a scan read minutes, else by the hour.</summary>
internal sealed class MetricDemand(Ledger ledger, PriceBook book, Window window, DemandFilter filter)
{
    private readonly DateOnly day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));
    private readonly Inventory inventory = ledger.Inventory();

    /// <returns>Null where no minute of what is meant was read.</returns>
    public static TokenDemand? OfMinutes(Ledger ledger, PriceBook book, Window window, DemandFilter filter) =>
        new MetricDemand(ledger, book, window, filter).Of(ledger.Minutes(window), 60, TokenDemand.Minutes, []);

    /// <returns>Null where nothing of what is meant was counted.</returns>
    public static TokenDemand? OfHours(Ledger ledger, PriceBook book, Window window, DemandFilter filter) =>
        new MetricDemand(ledger, book, window, filter).Of(
            ledger.HoursOfAll(window), 3600, TokenDemand.Hours,
            [
                "the minutes of an hour are taken for alike; they are less even, so capacity spills more and costs "
                    + "more than is shown: assay scan --minutes reads minutes, assay ingest calls",
            ]);

    private TokenDemand? Of(
        IReadOnlyList<PeriodTotal> all, int seconds, string source, IReadOnlyList<string> assumptions)
    {
        var board = new PriceBoard(new Resolutions(book.Catalogue, inventory), book, day);
        var meant = ledger.Meters.Select(meter => filter.Takes(meter, board)).ToArray();
        var periods = all.Where(each => meant[each.MeterId]).ToList();
        if (periods.Count == 0)
        {
            return null;
        }

        var rows = periods.GroupBy(each => (each.MeterId, Day: DateOnly.FromDateTime(each.Began.UtcDateTime)))
            .Select(of => new TallyRow(of.Key.MeterId, of.Key.Day, IsLong: false, Sum(of))).ToList();
        var priced = PricedGroups.Of(book, board, day, rows, ledger.Meters);
        var from = From(all[0].Began);
        var windows = new WindowTokens[(int)Math.Ceiling((window.To - from).TotalSeconds / seconds)];
        var peaks = new UnitPeaks(inventory);
        foreach (var each in periods.Where(each => priced.Groups.Contains(each.MeterId)))
        {
            var at = (int)((each.Began - from).TotalSeconds / seconds);
            var tokens = new WindowTokens(each.Input, each.Output, each.CacheRead, each.CacheWrite);
            windows[at] += tokens;
            if (peaks.ModelOf(ledger.Meters[each.MeterId]) is { } model)
            {
                peaks.Add(model, at, tokens.Provisioned);
            }
        }

        return new TokenDemand(filter.Words, source, seconds, windows)
        {
            OnDemand = priced.OnDemand,
            BestOfUnit = seconds == 60 ? peaks.Best : null,
            Assumptions = [.. assumptions, .. priced.Assumptions],
        };
    }

    /// <summary>CloudWatch keeps minutes for fifteen days: what lies before the first of them is not silence.</summary>
    private DateTimeOffset From(DateTimeOffset first)
    {
        var hour = new DateTimeOffset(first.UtcTicks - (first.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        return hour < window.From ? window.From : hour;
    }

    private static TokenCounts Sum(IEnumerable<PeriodTotal> periods) => periods.Aggregate(
        default(TokenCounts),
        (sum, each) => sum + new TokenCounts
        {
            Input = new Tokens(each.Input),
            Output = new Tokens(each.Output),
            CacheRead = new Tokens(each.CacheRead),
            CacheWriteUnknownTtl = new Tokens(each.CacheWrite),
        });
}
