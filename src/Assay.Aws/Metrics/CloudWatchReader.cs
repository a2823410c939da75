using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>All that CloudWatch knows of one account and Region in a window and in the one before it.</summary>
internal sealed class CloudWatchReader(Place place, ScanRequest request)
{
    private readonly Window window = request.Window;
    private readonly DateTimeOffset now = request.Now;
    private readonly UsageReader usage = new(place);

    public async Task ReadAsync(KnownIds known, CancellationToken cancellationToken)
    {
        var runtime = await SeriesListing.ReadAsync(place, MetricNames.Runtime, cancellationToken);
        var mantle = await SeriesListing.ReadAsync(place, MetricNames.Mantle, cancellationToken);
        List<SeriesKey> listed = [.. runtime.Series, .. mantle.Series];
        await NoteUnplacedAsync(listed, cancellationToken);

        var hours = MetricSpan.Hours(window, now);
        var current = await usage.ReadAsync(SeriesPlan.Of(listed, known, hours, now), hours, cancellationToken);
        await usage.TellAsync(current, askedErrors: true, cancellationToken);
        await CoverAsync(Sources.Metrics, current.GapIn(MetricNames.Runtime), runtime, cancellationToken);
        await CoverAsync(Sources.MantleMetrics, current.GapIn(MetricNames.Mantle), mantle, cancellationToken);

        await ReadPreviousAsync(listed, known, cancellationToken);
        await new PercentileReader(place, window).ReadAsync(listed, current, cancellationToken);
        await new DemandReader(place, MetricSpan.Minutes(window, now), request.WithMinutes)
            .ReadAsync(listed, known, cancellationToken);
        await new SideReader(place, hours).ReadAsync(cancellationToken);
    }

    /// <summary>In requests of its own, so that whatever happens to it the window is there.</summary>
    private async Task ReadPreviousAsync(
        IReadOnlyList<SeriesKey> listed, KnownIds known, CancellationToken cancellationToken)
    {
        var hours = MetricSpan.Hours(window.Previous, now);
        var series = SeriesPlan.Of(listed, known, hours, now)
            .Where(key => MetricNames.IsEssential(MetricNames.SlotOf(key)!.Value)).ToList();
        var previous = await usage.ReadAsync(series, hours, cancellationToken);
        await usage.TellAsync(previous, askedErrors: false, cancellationToken);
        var listing = new SeriesListing([], Error: null);
        var gap = previous.GapIn(space: null) ?? Lost(window.Previous);
        await CoverAsync(Sources.PreviousWindow, gap, listing, cancellationToken);
    }

    private async Task CoverAsync(
        string source, (bool IsAbsent, ApiError Error)? gap, SeriesListing listing, CancellationToken cancellationToken)
    {
        gap ??= source == Sources.Metrics ? Lost(window) : null;
        if (listing.Error is { } error)
        {
            var status = listing.Series.Count == 0 ? ReadStatus.Absent : ReadStatus.Partial;
            await place.MissingAsync(
                new Gap(source, status, AllowedOperations.ListMetrics, error), cancellationToken);
        }
        else if (gap is { } found)
        {
            var status = found.IsAbsent ? ReadStatus.Absent : ReadStatus.Partial;
            await place.MissingAsync(
                new Gap(source, status, AllowedOperations.GetMetricData, found.Error), cancellationToken);
        }
        else
        {
            await place.WholeAsync(source, cancellationToken);
        }
    }

    /// <summary>What CloudWatch has already forgotten of a window.</summary>
    private (bool IsAbsent, ApiError Error)? Lost(Window asked)
    {
        var kept = MetricSpan.Hours(asked, now);
        var what = $"CloudWatch keeps 455 days: nothing before {kept.From:yyyy-MM-dd} can be read";
        return kept.Points > 0 && kept.From <= asked.From
            ? null
            : (kept.Points == 0, new ApiError(ApiError.Incomplete, what, Status: 0));
    }

    private async Task NoteUnplacedAsync(IReadOnlyList<SeriesKey> listed, CancellationToken cancellationToken)
    {
        if (SeriesPlan.Unplaced(listed) is > 0 and var count)
        {
            await place.NoteAsync(
                Level.Info, AllowedOperations.ListMetrics.ToString(),
                $"{count} series have dimensions that this version does not know; their models' totals are read",
                "nothing to do; a newer version may tell them apart", cancellationToken);
        }
    }
}
