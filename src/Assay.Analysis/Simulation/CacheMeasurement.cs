using Assay.Ledgers;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>
/// Replays the calls of a window with cache points where a caller would set them first (after tools, after system, at
/// the end), five minutes each, and tells of every meter what was read and written.
/// </summary>
internal static class CacheMeasurement
{
    private static readonly string[] Ends = ["local", "agnostic"];

    /// <returns>By meter; nothing of a ledger without calls.</returns>
    public static IReadOnlyDictionary<int, MeasuredCache> Of(Ledger ledger, PriceBook book, Window window)
    {
        if (ledger.Calls.Count == 0)
        {
            return new Dictionary<int, MeasuredCache>();
        }

        var context = new ReplayContext(ledger, book, window);
        var lever = ReplayLevers.All.First(each => each.Id == "prompt-caching");
        var chains = Ends
            .Select(regions => LeverRequest.Parse($"prompt-caching:regions={regions}"))
            .Select(request => context.ChainOf([lever.Plan(request, context, () => []).Make()]))
            .ToList();
        var asMade = new Tally([.. context.Meters.Select(context.Board.LongFrom)]);
        Simulator.Run(context.Calls, asMade, chains);
        var (local, shared) = (Shares(context, chains[0]), Shares(context, chains[1]));
        var counts = ledger.UsageTotals(window)
            .ToDictionary(each => each.MeterId, each => each.Counts.Invocations ?? 0);
        return local.Keys.ToDictionary(
            meter => meter,
            meter => new MeasuredCache(local[meter], shared[meter], counts.GetValueOrDefault(meter)));
    }

    private static Dictionary<int, (decimal Read, decimal Write)> Shares(ReplayContext context, Chain chain) =>
        chain.Tallies[0].Rows()
            .GroupBy(row => context.Calls.Groups[row.Group].Meter)
            .Select(rows => (
                Meter: rows.Key,
                Tokens: rows.Aggregate(default(TokenCounts), (sum, row) => sum + row.Tokens)))
            .Where(each => each.Tokens.Prompt.Count > 0)
            .ToDictionary(
                each => each.Meter,
                each => (
                    (decimal)each.Tokens.CacheRead.Count / each.Tokens.Prompt.Count,
                    (decimal)each.Tokens.CacheWrite.Count / each.Tokens.Prompt.Count));
}
