using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand by the minute out of a ledger's calls, with what a unit of it costs on demand.</summary>
public static class LedgerDemand
{
    private const long MicrosOfMinute = 60_000_000;

    /// <summary>
    /// Quota tokens of every minute of the window. Reserved: cache reads do not count (bedrock.md 3.3). Provisioned:
    /// input + 1.25 × cache writes + 0.1 × cache reads + output (bedrock.md 5).
    /// </summary>
    /// <param name="model">Calls of this model only; null for all.</param>
    /// <exception cref="AssayException">There are no such calls, or they have no price.</exception>
    public static (CapacityDemand Demand, decimal ListPrice) Of(
        Ledger ledger, PriceBook book, Window window, string kind, string? model)
    {
        var context = new ReplayContext(ledger, book, window);
        var isMeant = context.Meters.Select(meter =>
            model is null || meter.ModelId == model || context.Board.ModelOf(meter)?.Id == model).ToArray();
        var minutes = new decimal[(int)Math.Ceiling((window.To - window.From).TotalMinutes)];
        var first = (window.From.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var tally = new Tally([.. context.Meters.Select(context.Board.LongFrom)]);
        context.Calls.Read(batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (isMeant[batch.Group[i]])
                {
                    var call = Simulator.Of(batch, i);
                    tally.Add(call);
                    minutes[(call.Time - first) / MicrosOfMinute] += Amount(call, kind);
                }
            }
        });
        var total = minutes.Sum();
        if (total == 0 || context.Board.Price(tally.Rows(), context.Meters).Cost is not { } cost)
        {
            throw new AssayException(
                ExitCode.NoResult,
                total == 0 ? $"the ledger has no calls of {model ?? "any model"}" : "these calls have no known price",
                "assay report --ledger FILE shows the models, and what of them is unpriced");
        }

        return (new CapacityDemand(model ?? "all calls", 60, minutes), cost.Amount / total);
    }

    private static decimal Amount(in ReplayedCall call, string kind)
    {
        var plain = Math.Max(call.Input, 0) + Math.Max(call.Output, 0);
        return kind == "provisioned"
            ? plain + (1.25m * call.CacheWrite) + (0.1m * call.CacheRead)
            : plain + call.CacheWrite;
    }
}
