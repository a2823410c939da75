using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Reports;
using Assay.Units;

namespace Assay.Analysis.Reporting;

/// <summary>The line items of one meter, summed the ways a row shows them.</summary>
internal sealed class Costs
{
    private readonly IReadOnlyList<CostTotal> totals;

    public Costs(IEnumerable<CostTotal> totals) => this.totals = [.. totals];

    /// <summary>Null where nothing could be priced though there was something to price.</summary>
    public UsdRange? Range
    {
        get
        {
            var priced = totals.Where(total => total.Cost is not null).ToList();
            return priced.Count == 0 && totals.Count > 0
                ? null
                : priced.Aggregate(UsdRange.Zero, (sum, total) => sum + total.Cost!.Value);
        }
    }

    public CostStatus Status => Range is null ? CostStatus.Unpriced
        : totals.Any(total => total.Unpriced > 0) ? CostStatus.PartlyPriced
        : CostStatus.Priced;

    public CostByKind ByKind => new(
        Of(kind => kind == "input"),
        Of(kind => kind == "output"),
        Of(kind => kind == "cache_read"),
        Of(kind => kind.StartsWith("cache_write", StringComparison.Ordinal)),
        Of(kind => kind == LedgerPricing.ProvisionedKind));

    /// <summary>Tokens without a price.</summary>
    public decimal UnpricedTokens =>
        totals.Where(total => total.Kind != LedgerPricing.ProvisionedKind).Sum(total => total.Unpriced);

    /// <summary>Unit-hours without a price.</summary>
    public decimal UnpricedHours =>
        totals.Where(total => total.Kind == LedgerPricing.ProvisionedKind).Sum(total => total.Unpriced);

    private Usd Of(Func<string, bool> kind) => totals.Where(total => kind(total.Kind))
        .Aggregate(Usd.Zero, (sum, total) => sum + (total.Cost?.Expected ?? Usd.Zero));
}
