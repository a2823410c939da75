namespace Assay.Aws.Metrics;

/// <summary>Statistics that come as one datapoint a query.</summary>
internal sealed class PointSink(int queries) : IMetricSink
{
    private readonly double[]?[] points = new double[]?[queries];

    public void Accept(int query, ReadOnlySpan<long> times, ReadOnlySpan<double> values, SeriesStatus status)
    {
        if (query < points.Length)
        {
            points[query] = [.. points[query] ?? [], .. values];
        }
    }

    public void Broken(int query, bool begun) => points[query] = null;

    /// <summary>The one value; null where there is none, or several that no arithmetic makes one of.</summary>
    public decimal? Only(int query) =>
        points[query] is [var first, .. var others] && Array.TrueForAll(others, other => other == first)
            ? Exact(first)
            : null;

    /// <summary>The largest value, which stays right when the window came in pieces.</summary>
    public decimal? Largest(int query) => points[query] is { Length: > 0 } values ? Exact(values.Max()) : null;

    private static decimal? Exact(double value) => value is >= 0 and < 1e18 ? (decimal)value : null;
}
