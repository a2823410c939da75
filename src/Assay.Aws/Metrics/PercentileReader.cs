using Assay.Aws.Reading;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>
/// How long prompts and answers are: percentiles over the whole window in one datapoint each, as percentiles of hours
/// can't be averaged. In requests of its own, because what refuses percentiles must not cost the sums.
/// </summary>
internal sealed class PercentileReader(Place place, Window window)
{
    private static readonly string[] Statistics = ["p50", "p90", "p99", "Maximum"];

    /// <param name="listed">
    /// What CloudWatch lists. It alone decides what is asked, so that a plan can tell the calls before there is data.
    /// </param>
    public async Task ReadAsync(
        IReadOnlyCollection<SeriesKey> listed, UsageRead usage, CancellationToken cancellationToken)
    {
        var series = usage.Span.Points == 0 ? []
            : listed.Where(key => key.Space == MetricNames.Runtime && Slice.Of(key) is { IsTotal: true })
                .Where(key => key.Metric is MetricNames.Input or MetricNames.Output)
                .Distinct().OrderBy(key => key.Text, StringComparer.Ordinal).ToList();
        var queries = series.SelectMany(key => Statistics.Select(each => new MetricQuery(key, each))).ToList();
        var sink = new PointSink(queries.Count);
        var error = await new MetricDataReader(place, mostRetries: 1).ReadAsync(
            queries, WholeWindow(usage.Span), sink, cancellationToken);
        await TellAsync(series, sink, usage, cancellationToken);
        await (error is null
            ? place.WholeAsync(Sources.Percentiles, cancellationToken)
            : place.MissingAsync(
                new Gap(Sources.Percentiles, ReadStatus.Partial, AllowedOperations.GetMetricData, error),
                cancellationToken));
    }

    private async Task TellAsync(
        List<SeriesKey> series, PointSink sink, UsageRead usage, CancellationToken cancellationToken)
    {
        for (var i = 0; i < series.Count; i++)
        {
            var at = i * Statistics.Length;
            var (p50, p90, p99, max) = (sink.Only(at), sink.Only(at + 1), sink.Only(at + 2), sink.Largest(at + 3));
            if ((p50 ?? p90 ?? p99 ?? max) is not null && WasCalled(usage, Slice.Of(series[i])!))
            {
                var meter = new Meter(place.Account, place.Region, Endpoint.Runtime, Slice.Of(series[i])!.ModelId);
                await place.TellAsync(
                    new Fact.Distribution(meter, series[i].Metric, window, p50, p90, p99, max), cancellationToken);
            }
        }
    }

    private static bool WasCalled(UsageRead usage, Slice slice) =>
        usage.Totals.FirstOrDefault(total => total.Slice == slice)?.Whole(Slot.Invocations) is { } calls
        && Array.Exists(calls, count => count > 0);

    private static MetricSpan WholeWindow(MetricSpan hours) =>
        new(hours.From, hours.Period * Math.Max(hours.Points, 1), Points: 1);
}
