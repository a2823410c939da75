using Assay.Aws.Transport;

namespace Assay.Aws.Metrics;

/// <summary>Sums of many series over one span: a tree for each model, and how well each series was read.</summary>
internal sealed record UsageRead(
    MetricSpan Span, IReadOnlyList<SeriesKey> Series, IReadOnlyList<SeriesStatus> Statuses,
    IReadOnlyList<SliceNode> Totals, ApiError? Error)
{
    /// <summary>What keeps the series of a namespace from being whole; null where nothing does.</summary>
    public (bool IsAbsent, ApiError Error)? GapIn(string? space)
    {
        var statuses = Enumerable.Range(0, Series.Count)
            .Where(i => space is null || Series[i].Space == space)
            .Select(i => (Status: Statuses[i], Series: Series[i])).ToList();
        var broken = statuses.Where(entry => entry.Status != SeriesStatus.Complete).ToList();
        if (broken.Count == 0)
        {
            return null;
        }

        var example = broken[0].Series;
        var error = Error ?? new ApiError(
            ApiError.Incomplete,
            $"CloudWatch did not return {broken.Count} of {statuses.Count} series whole, "
            + $"as {example.Metric} of {example.Dimensions[0].Value}",
            Status: 200);
        return (statuses.All(entry => entry.Status == SeriesStatus.Failed), error);
    }
}
