using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>Which series to ask for.</summary>
internal static class SeriesPlan
{
    /// <summary>How far back ListMetrics sees.</summary>
    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);

    /// <summary>The listed series that Assay can place, and those of known ids that are not listed.</summary>
    public static IReadOnlyList<SeriesKey> Of(
        IReadOnlyList<SeriesKey> listed, KnownIds known, MetricSpan span, DateTimeOffset now)
    {
        var placed = listed.Where(IsPlaced).ToList();
        var totals = placed.Select(series => Slice.Of(series)!)
            .Where(slice => slice.IsTotal && slice.Endpoint == Endpoint.Runtime)
            .Select(slice => slice.ModelId).ToHashSet(StringComparer.Ordinal);

        // An hour's grace: a window of exactly two weeks begins at the hour before.
        var systems = span.From < now - Listed - TimeSpan.FromHours(1) ? known.SystemProfiles : [];
        var unlisted = known.Provisioned.Concat(known.ApplicationProfiles).Concat(systems)
            .Where(id => !totals.Contains(id))
            .SelectMany(id => MetricNames.Essentials.Select(
                metric => new SeriesKey(MetricNames.Runtime, metric, [("ModelId", id)])));
        var all = placed.Concat(unlisted).DistinctBy(series => series.Text);
        return [.. all.OrderBy(series => series.Text, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Metrics that Assay reads with dimensions it can't place; sums over other dimensions are expected.
    /// </summary>
    public static int Unplaced(IReadOnlyList<SeriesKey> listed) => listed.Count(series =>
        MetricNames.SlotOf(series) is not null && Slice.Of(series) is null
        && series.Dimensions is not ([] or [("Project", _)]));

    private static bool IsPlaced(SeriesKey series) =>
        MetricNames.SlotOf(series) is not null && Slice.Of(series) is not null;
}
