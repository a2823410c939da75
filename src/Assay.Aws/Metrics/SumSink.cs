namespace Assay.Aws.Metrics;

/// <summary>Sums by period, one column a query. A column holds counts, or <see cref="Column.Unknown"/>.</summary>
internal sealed class SumSink : IMetricSink
{
    /// <summary>No datapoint yet: zero in a series that was read whole, unknown in any other.</summary>
    private const long Missing = -2;

    /// <summary>The largest whole number that a double, and so CloudWatch, holds apart from its neighbours.</summary>
    private const double Largest = 9_007_199_254_740_992;

    private readonly MetricSpan span;
    private readonly long[][] columns;
    private readonly SeriesStatus[] statuses;

    public SumSink(MetricSpan span, int queries)
    {
        this.span = span;
        statuses = new SeriesStatus[queries];
        columns = new long[queries][];
        for (var query = 0; query < queries; query++)
        {
            columns[query] = new long[span.Points];
            Array.Fill(columns[query], Missing);
        }
    }

    public Oddities Oddities { get; } = new();

    public IReadOnlyList<SeriesStatus> Statuses => statuses;

    public void Accept(int query, ReadOnlySpan<long> times, ReadOnlySpan<double> values, SeriesStatus status)
    {
        if (query >= columns.Length)
        {
            return;
        }

        statuses[query] = status;
        var column = columns[query];
        for (var i = 0; i < times.Length; i++)
        {
            var point = span.IndexOf(times[i]);
            if (point < 0)
            {
                Oddities.Outside();
            }
            else if (Count(values[i]) is { } count)
            {
                column[point] = count;
            }
        }
    }

    public void Broken(int query, bool begun) => statuses[query] = begun ? SeriesStatus.Partial : SeriesStatus.Failed;

    /// <summary>The column of a query, once all answers are in.</summary>
    public long[] Finish(int query)
    {
        var column = columns[query];
        if (statuses[query] == SeriesStatus.Failed)
        {
            Array.Fill(column, Column.Unknown);
        }

        column.AsSpan().Replace(Missing, statuses[query] == SeriesStatus.Complete ? 0 : Column.Unknown);
        return column;
    }

    private long? Count(double value)
    {
        if (double.IsNaN(value) || value > Largest)
        {
            Oddities.NotANumber();
            return null;
        }

        if (value < 0)
        {
            Oddities.Negative();
            return null;
        }

        var count = Math.Round(value, MidpointRounding.ToEven);
        if (count != value)
        {
            Oddities.Fractional();
        }

        return (long)count;
    }
}
