using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>
/// What agents and guardrails count beside the models: two lists, and the sums by the hour of both in the same
/// requests.
/// </summary>
internal sealed class SideReader(Place place, MetricSpan hours)
{
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var agents = await SeriesListing.ReadAsync(place, SideNames.Agents, cancellationToken);
        var guardrails = await SeriesListing.ReadAsync(place, SideNames.Guardrails, cancellationToken);
        List<SeriesKey> series =
        [
            .. agents.Series.Concat(guardrails.Series).Where(SideNames.IsRead).Distinct()
                .OrderBy(key => key.Text, StringComparer.Ordinal),
        ];
        var sink = new SumSink(hours, series.Count);
        var error = hours.Points == 0 ? null
            : await new MetricDataReader(place).ReadAsync(
                [.. series.Select(key => new MetricQuery(key))], hours, sink, cancellationToken);
        var read = new UsageRead(hours, series, sink.Statuses, [], error);
        var columns = series.Select((key, i) => (key, Sums: sink.Finish(i)))
            .GroupBy(each => string.Join('\n', each.key.Dimensions.Select(d => $"{d.Name}={d.Value}")));
        foreach (var fact in columns.Select(Fact).OfType<Fact>())
        {
            await place.TellAsync(fact, cancellationToken);
        }

        await CoverAsync(Sources.Agents, agents, read.GapIn(SideNames.Agents), cancellationToken);
        await CoverAsync(Sources.Guardrails, guardrails, read.GapIn(SideNames.Guardrails), cancellationToken);
    }

    /// <returns>Null where nothing was counted.</returns>
    private Fact? Fact(IEnumerable<(SeriesKey Key, long[] Sums)> same)
    {
        var columns = same.ToList();
        var key = columns[0].Key;
        long[]? Of(string metric) => columns.FirstOrDefault(each => each.Key.Metric == metric).Sums;
        string? Named(string name) => key.Dimensions.FirstOrDefault(d => d.Name == name).Value;
        if (key.Space == SideNames.Agents)
        {
            var points = Points(
                Of("InvocationCount"), Of("ModelInvocationCount"), Of("InputTokenCount"),
                // The page has both spellings.
                Column.Larger(Of("OutputTokenCount"), Of("outputTokenCount")));
            return points.Count == 0 ? null : new Fact.AgentSeries(
                place.Account, place.Region, Named("Operation")!, Named("AgentAliasArn"), Named("ModelId")!,
                hours.Period,
                [.. points.Select(p => new AgentCounts(p.Start, p.Counts[0], p.Counts[1], p.Counts[2], p.Counts[3]))]);
        }

        var units = Points(Of("Invocations"), Of("InvocationsIntervened"), Of("TextUnitCount"));
        return units.Count == 0 ? null : new Fact.GuardrailSeries(
            place.Account, place.Region, Named("GuardrailArn")!, Named("GuardrailVersion")!, hours.Period,
            [.. units.Select(p => new GuardrailCounts(p.Start, p.Counts[0], p.Counts[1], p.Counts[2]))]);
    }

    /// <summary>Hours in which anything was counted; a metric that CloudWatch does not list counted nothing.</summary>
    private List<(DateTimeOffset Start, long?[] Counts)> Points(params long[]?[] columns) =>
    [
        .. Enumerable.Range(0, hours.Points)
            .Select(i => (hours.Start(i), Counts: columns.Select(column => Count(column, i)).ToArray()))
            .Where(point => Array.Exists(point.Counts, count => count != 0)),
    ];

    private static long? Count(long[]? column, int i) => column is null ? 0 : column[i] < 0 ? null : column[i];

    private async Task CoverAsync(
        string source, SeriesListing listing, (bool IsAbsent, ApiError Error)? gap,
        CancellationToken cancellationToken)
    {
        Gap? found = null;
        if (listing.Error is { } error)
        {
            var status = listing.Series.Count == 0 ? ReadStatus.Absent : ReadStatus.Partial;
            found = new(source, status, AllowedOperations.ListMetrics, error);
        }
        else if (gap is { } some)
        {
            var status = some.IsAbsent ? ReadStatus.Absent : ReadStatus.Partial;
            found = new(source, status, AllowedOperations.GetMetricData, some.Error);
        }

        await (found is { } missing
            ? place.MissingAsync(missing, cancellationToken)
            : place.WholeAsync(source, cancellationToken));
    }
}
