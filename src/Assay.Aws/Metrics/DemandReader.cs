using Assay.Aws.Reading;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>
/// Tokens by the minute, which capacity is sized from: of provisioned models, and of the others where they are asked
/// for, because minutes are sixty times as many datapoints as hours.
/// </summary>
/// <param name="ofAll">Models that are called on demand too.</param>
internal sealed class DemandReader(Place place, MetricSpan minutes, bool ofAll)
{
    /// <param name="listed">
    /// What CloudWatch lists. It alone decides what is asked, so that a plan can tell the calls before there is data.
    /// </param>
    public async Task ReadAsync(
        IReadOnlyCollection<SeriesKey> listed, KnownIds known, CancellationToken cancellationToken)
    {
        var series = minutes.Points == 0 ? []
            : listed.Where(key => IsToken(key) && Slice.Of(key) is { IsTotal: true } slice
                    && (ofAll || known.IsProvisioned(slice.ModelId)))
                .Distinct().OrderBy(key => key.Text, StringComparer.Ordinal).ToList();
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

    private static bool IsToken(SeriesKey key) =>
        MetricNames.SlotOf(key) is Slot.Input or Slot.Output or Slot.CacheRead or Slot.CacheWrite;
}
