using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// Groups of a demand's tokens that have a price on demand. The others are left out of the demand too, so that dollars
/// and tokens are of the same calls.
/// </summary>
internal sealed class PricedGroups
{
    private readonly SortedSet<string> unpriced = new(StringComparer.Ordinal);

    private PricedGroups(OnDemand onDemand, IReadOnlySet<int> groups) => (OnDemand, Groups) = (onDemand, groups);

    public OnDemand OnDemand { get; }

    public IReadOnlySet<int> Groups { get; }

    public IEnumerable<string> Assumptions => unpriced.Select(why => $"calls without a price are left out: {why}");

    /// <param name="meters">As the calls were made, by group.</param>
    /// <exception cref="Diagnostics.AssayException">None of them has a price.</exception>
    public static PricedGroups Of(
        PriceBook book, PriceBoard board, DateOnly day, IReadOnlyList<TallyRow> rows, IReadOnlyList<Meter> meters)
    {
        var ids = new OnDemandMeters(book, board, day);
        List<Meter> priced = [.. meters.Select(ids.Of)];
        var bills = rows.GroupBy(row => row.Group).ToDictionary(each => each.Key, each => board.Price(each, priced));
        var known = bills.Where(each => each.Value.Unpriced.Count == 0).Select(each => each.Key).ToHashSet();
        var groups = new PricedGroups(
            new OnDemand(board, [.. rows.Where(row => known.Contains(row.Group))], priced), known);
        groups.unpriced.UnionWith(bills.Values.SelectMany(bill => bill.Unpriced));
        return known.Count > 0 ? groups : throw LedgerDemand.Unpriced(groups.unpriced);
    }
}
