using Assay.Aws.Reading;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>Reads sums by the hour and tells them as meters.</summary>
internal sealed class UsageReader(Place place)
{
    public async Task<UsageRead> ReadAsync(
        IReadOnlyList<SeriesKey> series, MetricSpan span, CancellationToken cancellationToken)
    {
        var queries = series.Select(key => new MetricQuery(key)).ToList();
        var sink = new SumSink(span, queries.Count);
        var error = span.Points == 0 ? null
            : await new MetricDataReader(place).ReadAsync(queries, span, sink, cancellationToken);
        foreach (var sentence in sink.Oddities.Sentences())
        {
            await place.NoteAsync(
                Level.Warning, AllowedOperations.GetMetricData.ToString(), sentence,
                "nothing to do; the rest of the series is counted", cancellationToken);
        }

        return new UsageRead(span, series, sink.Statuses, SliceForest.Grow(series, sink.Finish), error);
    }

    /// <param name="askedErrors">False where only tokens and calls were asked for.</param>
    public async Task TellAsync(UsageRead read, bool askedErrors, CancellationToken cancellationToken)
    {
        var meters = new MeterSeries(place.Account, place.Region, read.Span, askedErrors);
        foreach (var node in read.Totals.SelectMany(total => total.WithParts()))
        {
            var (points, exceeded) = meters.PointsOf(node);
            if (points.Count > 0)
            {
                await place.TellAsync(
                    new Fact.Series(meters.MeterOf(node), read.Span.Period, points), cancellationToken);
            }

            if (exceeded > 0)
            {
                await place.NoteAsync(
                    Level.Warning, node.Slice.ModelId,
                    $"in {exceeded} sums by hour the parts (tiers, projects) exceed the total; the rest counts as 0",
                    "nothing to do; the parts are counted as CloudWatch gives them", cancellationToken);
            }
        }
    }
}
