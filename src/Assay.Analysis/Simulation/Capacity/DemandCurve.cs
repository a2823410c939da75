namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand in equal windows, sorted, so that every size is judged by one search.</summary>
internal sealed class DemandCurve
{
    private readonly decimal[] sorted;
    private readonly decimal[] upTo;

    /// <param name="amounts">Of each window, none negative.</param>
    public DemandCurve(IEnumerable<decimal> amounts)
    {
        sorted = [.. amounts.Order()];
        upTo = new decimal[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            upTo[i + 1] = upTo[i] + sorted[i];
        }
    }

    public int Count => sorted.Length;

    public decimal Total => upTo[^1];

    public decimal Most => sorted[^1];

    /// <summary>The smallest demand that so large a share of the windows does not exceed (nearest rank).</summary>
    public decimal Quantile(decimal share) => sorted[Math.Clamp((int)Math.Ceiling(share * Count), 1, Count) - 1];

    /// <summary>Demand that does not fit, over all windows.</summary>
    public decimal Spill(decimal size)
    {
        var fits = Fitting(size);
        return Total - upTo[fits] - (size * (Count - fits));
    }

    /// <summary>
    /// The size that costs least. One more unit costs its price in every window and saves the list price in the windows
    /// that would still spill: it pays as long as those are more than price ÷ list price of all, so the best size is a
    /// quantile of the demand.
    /// </summary>
    /// <param name="priceShare">Price of a unit for a window, by the list price of what it serves.</param>
    public decimal Best(decimal priceShare)
    {
        var below = (int)Math.Ceiling(Count * Math.Max(0, 1 - priceShare));
        return below == 0 ? 0 : sorted[below - 1];
    }

    /// <summary>Windows whose demand is no more than a size.</summary>
    private int Fitting(decimal size)
    {
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] <= size ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
