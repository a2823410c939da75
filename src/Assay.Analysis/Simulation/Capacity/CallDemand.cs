using Assay.Ledgers;
using Assay.Ledgers.Replaying;
using Assay.Pricing;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand of a ledger's calls, minute by minute.</summary>
internal static class CallDemand
{
    private const long MicrosOfMinute = 60_000_000;

    /// <returns>Null where none of the calls is meant.</returns>
    /// <exception cref="Diagnostics.AssayException">None of the calls that are meant has a price.</exception>
    public static TokenDemand? Of(Ledger ledger, PriceBook book, Window window, DemandFilter filter)
    {
        var context = new ReplayContext(ledger, book, window);
        var isMeant = context.Meters.Select(meter => filter.Takes(meter, context.Board)).ToArray();
        var tally = new Tally([.. context.Meters.Select(context.Board.LongFrom)]);
        Each(context, isMeant, call => tally.Add(call));
        if (tally.Rows() is not { Count: > 0 } rows)
        {
            return null;
        }

        var priced = PricedGroups.Of(book, context.Board, context.Day, rows, context.Meters);
        var peaks = new UnitPeaks(ledger.Inventory());
        var models = context.Meters.Select(peaks.ModelOf).ToArray();
        var windows = new WindowTokens[(int)Math.Ceiling((window.To - window.From).TotalMinutes)];
        var first = (window.From.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        Each(context, [.. isMeant.Select((meant, group) => meant && priced.Groups.Contains(group))], call =>
        {
            var (minute, tokens) = ((call.Time - first) / MicrosOfMinute, TokensOf(call));
            windows[minute] += tokens;
            if (models[call.Group] is { } model)
            {
                peaks.Add(model, minute, tokens.Provisioned);
            }
        });
        return new TokenDemand(filter.Words, TokenDemand.Calls, 60, windows)
        {
            OnDemand = priced.OnDemand,
            BestOfUnit = peaks.Best,
            Assumptions = [.. priced.Assumptions],
            NotBatch = NotBatch([.. context.Calls.Spreads().Where(each => priced.Groups.Contains(each.Group))]),
        };
    }

    /// <summary>Batch inference takes no tools (bedrock.md 4.1).</summary>
    private static string? NotBatch(IReadOnlyList<GroupSpread> groups) =>
        groups.Where(each => each.HasTools).Sum(each => each.Calls) is > 0 and var calls
            ? $"{Count.Of(calls)} of {Count.Of(groups.Sum(each => each.Calls), "call")} are of workloads that offer "
                + "tools, which batch does not take"
            : null;

    private static void Each(ReplayContext context, bool[] isMeant, Action<ReplayedCall> take) =>
        context.Calls.Read(batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (isMeant[batch.Group[i]])
                {
                    take(Simulator.Of(batch, i));
                }
            }
        });

    public static WindowTokens TokensOf(in ReplayedCall call) => new(
        Math.Max(call.Input, 0), Math.Max(call.Output, 0), call.CacheRead, call.CacheWrite);
}
