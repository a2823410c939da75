using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Aws.Transport;

namespace Assay.Aws.Metrics;

/// <summary>Asks for many series in as few calls as there can be, and hands every datapoint to a sink.</summary>
/// <param name="mostRetries">Retries after a server's failure; null leaves it to the SDK.</param>
internal sealed class MetricDataReader(Place place, int? mostRetries = null)
{
    /// <returns>The first call's error, if any failed; the sink was told which queries it cost.</returns>
    public async Task<ApiError?> ReadAsync(
        IReadOnlyList<MetricQuery> queries, MetricSpan span, IMetricSink sink, CancellationToken cancellationToken)
    {
        var batches = MetricRequest.Batches(queries.Count, span.Points);
        if (batches.Count == 0)
        {
            return null;
        }

        var first = await ReadBatchAsync(queries, batches[0], span, sink, cancellationToken);
        if (first is { Kind: ErrorKind.Denied or ErrorKind.Unreachable or ErrorKind.RegionOff })
        {
            // Every other batch would be refused in the same way.
            foreach (var batch in batches.Skip(1))
            {
                Break(sink, batch, queries.Count, begun: false);
            }

            return first;
        }

        var rest = await Task.WhenAll(
            batches.Skip(1).Select(batch => ReadBatchAsync(queries, batch, span, sink, cancellationToken)));
        return first ?? rest.FirstOrDefault(error => error is not null);
    }

    private async Task<ApiError?> ReadBatchAsync(
        IReadOnlyList<MetricQuery> queries, Range batch, MetricSpan span, IMetricSink sink,
        CancellationToken cancellationToken)
    {
        var (first, count) = batch.GetOffsetAndLength(queries.Count);
        var parser = new MetricDataParser();
        for (string? token = null; ;)
        {
            var call = place.Call(AllowedOperations.GetMetricData) with
            {
                Body = MetricRequest.Body(queries, batch, span, token),
                Metrics = count,
                MostRetries = mostRetries,
            };
            var reply = await place.AskAsync(call, cancellationToken);
            var (next, error) = reply.Error is null ? Parse(parser, reply.Body, first, sink) : (null, reply.Error);
            if (error is null && next == token && next is not null)
            {
                error = ApiError.Circle;
            }

            if (error is not null)
            {
                Break(sink, batch, queries.Count, begun: token is not null);
                return error;
            }

            if (string.IsNullOrEmpty(next))
            {
                return null;
            }

            token = next;
        }
    }

    private static (string? Next, ApiError? Error) Parse(
        MetricDataParser parser, byte[] body, int first, IMetricSink sink)
    {
        try
        {
            return (parser.Parse(body, first, sink), null);
        }
        catch (JsonException)
        {
            return (null, ApiError.NoJson);
        }
    }

    private static void Break(IMetricSink sink, Range batch, int queries, bool begun)
    {
        var (first, count) = batch.GetOffsetAndLength(queries);
        for (var query = first; query < first + count; query++)
        {
            sink.Broken(query, begun);
        }
    }
}
