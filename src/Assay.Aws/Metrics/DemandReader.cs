using Assay.Aws.Reading;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>
/// Tokens by the minute of provisioned models, which capacity is sized from. Only these, because minutes are sixty
/// times as many datapoints as hours.
/// </summary>
internal sealed class DemandReader(Place place, MetricSpan minutes)
{
    public async Task ReadAsync(UsageRead usage, KnownIds known, CancellationToken cancellationToken)
    {
        var busy = usage.Totals.Where(total => known.IsProvisioned(total.Slice.ModelId) && HasTokens(total))
            .Select(total => total.Slice).ToHashSet();
        var series = minutes.Points == 0 ? []
            : usage.Series.Where(key => busy.Contains(Slice.Of(key)!) && IsToken(key)).ToList();
        var read = await new UsageReader(place).ReadAsync(series, minutes, cancellationToken);
        foreach (var total in read.Totals)
        {
            await TellAsync(total, cancellationToken);
        }

        await (read.GapIn(space: null) is { } gap
            ? place.MissingAsync(
                new Gap(
                    Sources.Demand, gap.IsAbsent ? ReadStatus.Absent : ReadStatus.Partial,
                    AllowedOperations.GetMetricData, gap.Error),
                cancellationToken)
            : place.WholeAsync(Sources.Demand, cancellationToken));
    }

    private async Task TellAsync(SliceNode total, CancellationToken cancellationToken)
    {
        var series = new MeterSeries(place.Account, place.Region, minutes, AskedErrors: false);
        var points = series.PointsOf(total).Points
            .Select(point => (point.Start, point.Counts with { Invocations = null })).ToList();
        if (points.Count > 0)
        {
            await place.TellAsync(new Fact.Demand(series.MeterOf(total), points), cancellationToken);
        }
    }

    private static bool HasTokens(SliceNode total) =>
        new[] { Slot.Input, Slot.Output, Slot.CacheRead, Slot.CacheWrite }
            .Any(slot => total.Whole(slot) is { } column && Array.Exists(column, count => count != 0));

    private static bool IsToken(SeriesKey key) =>
        MetricNames.SlotOf(key) is Slot.Input or Slot.Output or Slot.CacheRead or Slot.CacheWrite;
}
