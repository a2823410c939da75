using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// Demand out of a ledger, with what it costs on demand: of its calls by the minute; where it has none of what was
/// asked, of CloudWatch's minutes; where those were not read, of its hours.
/// </summary>
public static class LedgerDemand
{
    /// <exception cref="AssayException">There is no such demand, or it has no price.</exception>
    public static TokenDemand Of(Ledger ledger, PriceBook book, Window window, DemandFilter filter) =>
        (ledger.Calls.Count == 0 ? null : CallDemand.Of(ledger, book, window, filter))
        ?? MetricDemand.OfMinutes(ledger, book, window, filter)
        ?? MetricDemand.OfHours(ledger, book, window, filter)
        ?? throw new AssayException(
            ExitCode.NoResult,
            $"the ledger has no tokens of {filter.Words}",
            "assay report --ledger FILE shows the models and their Regions");

    internal static AssayException Unpriced(IEnumerable<string> why) => new(
        ExitCode.NoResult,
        "these calls have no known price: " + PriceBook.Join(why),
        "assay report --ledger FILE shows what of the models is unpriced");
}
