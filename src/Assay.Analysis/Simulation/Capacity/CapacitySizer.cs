using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// Weighs capacity of every size against on-demand calls: cost of a size = its price in all windows + the list price of
/// what does not fit + what it does not serve at all.
/// </summary>
public sealed class CapacitySizer
{
    private const decimal SecondsOfMonth = 30 * 86_400;

    /// <summary>What is left of the demand where it falls.</summary>
    private const decimal Fallen = 0.7m;

    private const int Steps = 20;

    private readonly CapacityDemand demand;
    private readonly CapacityOffer offer;
    private readonly DemandCurve curve;
    private readonly DemandCurve fallen;
    private readonly decimal perMonth;

    public CapacitySizer(CapacityDemand demand, CapacityOffer offer)
    {
        (this.demand, this.offer) = (demand, offer);
        curve = new DemandCurve(demand.Amounts);
        fallen = new DemandCurve(demand.Amounts.Select(amount => amount * Fallen));
        perMonth = SecondsOfMonth / (demand.WindowSeconds * demand.Amounts.Count);
    }

    /// <summary>The size that costs least; 0 where capacity never pays.</summary>
    public decimal BestSize => Best(curve);

    public decimal P95 => Sold(curve.Quantile(0.95m));

    /// <summary>A month of capacity of a size, whether used or not.</summary>
    public Usd Capacity(decimal size) => Monthly(offer.Price * size * curve.Count);

    public CapacityReport Run(IReadOnlyList<string> assumptions)
    {
        var best = BestSize;
        var (p95, p99) = (curve.Quantile(0.95m), curve.Quantile(0.99m));
        var mean = curve.Total / curve.Count;
        List<(string? Name, decimal Size)> named =
        [
            ("none", 0), ("best", best), ("mean", Sold(mean)), ("p95", Sold(p95)), ("p99", Sold(p99)),
            ("most", Sold(curve.Most)),
        ];
        var between = Enumerable.Range(1, Steps - 1).Select(i => Sold(curve.Most * i / Steps))
            .Where(size => named.All(each => each.Size != size)).Distinct()
            .Select(size => ((string? Name, decimal Size))(null, size));
        return new CapacityReport(
            demand.Subject, offer.Kind, curve.Count, demand.WindowSeconds, mean, p95, p99, best,
            Monthly(Cost(curve, 0)),
            [
                .. named.Concat(between).OrderBy(each => each.Size)
                    .ThenBy(each => each.Name, StringComparer.Ordinal).Select(each => SizeOf(each.Name, each.Size)),
            ],
            assumptions);
    }

    public CapacitySize SizeOf(string? name, decimal size)
    {
        var cost = Cost(curve, size);
        var spill = curve.Spill(size);
        var room = size * curve.Count;
        return new CapacitySize(
            name,
            size,
            Monthly(cost),
            Ratio.Of(cost, Cost(curve, 0)),
            Share.Of(curve.Total - spill, room),
            Share.Of(spill, curve.Total),
            room == 0 ? null : 1 - Ratio.Of(curve.Total - spill, room),
            Monthly(Cost(fallen, size) - Cost(fallen, Best(fallen))));
    }

    /// <summary>The cost of a size bends one way only, so the best multiple is beside the best size.</summary>
    private decimal Best(DemandCurve of)
    {
        var free = offer.ListPrice > 0 ? of.Best(offer.Price / offer.ListPrice) : 0;
        if (offer.Step == 0)
        {
            return free;
        }

        var down = Math.Floor(free / offer.Step) * offer.Step;
        return Cost(of, down) <= Cost(of, down + offer.Step) ? down : down + offer.Step;
    }

    private decimal Sold(decimal size) => offer.Step == 0 ? size : Math.Ceiling(size / offer.Step) * offer.Step;

    private decimal Cost(DemandCurve of, decimal size) =>
        (offer.Price * size * of.Count) + (offer.ListPrice * of.Spill(size)) + offer.Apart;

    private Usd Monthly(decimal cost) => new Usd(cost * perMonth).Kept();
}
