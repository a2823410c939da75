namespace Assay.Aws.Metrics;

/// <summary>How much of a series an answer holds.</summary>
internal enum SeriesStatus
{
    /// <summary>No answer, or one without data: forbidden, or a fault of the service.</summary>
    Failed,

    /// <summary>Some datapoints are missing, and which ones is not told.</summary>
    Partial,

    Complete,
}

/// <summary>
/// Takes datapoints as they are read. Queries are answered by several tasks, one query never by two at once.
/// </summary>
internal interface IMetricSink
{
    /// <param name="times">Starts of periods in seconds since 1970.</param>
    void Accept(int query, ReadOnlySpan<long> times, ReadOnlySpan<double> values, SeriesStatus status);

    /// <summary>The call that asked for this query failed.</summary>
    /// <param name="begun">True where earlier pages gave something.</param>
    void Broken(int query, bool begun);
}
