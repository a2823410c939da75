using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.CloudWatch;

/// <summary>GetMetricData: pages are filled query by query, and a query cut by a page's end says PartialData.</summary>
internal static class GetMetricData
{
    private const int MaxDatapoints = 100_800;

    public static Reply Answer(ServiceCall call, JsonElement input)
    {
        var queries = MetricQuery.ReadAll(call, input);
        var span = Span(call, input);
        var limit = input.Int("MaxDatapoints") ?? MaxDatapoints;
        if (limit is < 1 or > MaxDatapoints)
        {
            throw MetricQuery.Invalid($"The value {limit} for parameter MaxDatapoints must be between 1 and 100800.");
        }

        var descending = input.Text("ScanBy") != "TimestampAscending";
        var digest = PageToken.Digest(string.Join('\n',
            call.Caller.Account, call.Region, span.From, span.To, descending,
            input.GetProperty("MetricDataQueries").GetRawText()));
        var (first, skip) = (0L, 0L);
        if (input.Text("NextToken") is { Length: > 0 } token)
        {
            (first, skip) = PageToken.Decode(token, digest)
                ?? throw new AwsException("InvalidNextToken", "The value for parameter NextToken is invalid.");
        }

        return Reply.Json(Protocol.CloudWatchJson, json =>
        {
            var next = WriteResults(json, queries, (int)first, (int)skip, limit, descending, span);
            if (next is var (query, offset))
            {
                json.WriteString("NextToken", PageToken.Encode(digest, query, offset));
            }

            json.WriteStartArray("Messages");
            json.WriteEndArray();
        });
    }

    /// <summary>Writes what fits on the page; returns where the next one begins, or null when all is written.</summary>
    private static (int Query, int Offset)? WriteResults(
        Utf8JsonWriter json, IReadOnlyList<MetricQuery> queries, int first, int skip, int limit, bool descending,
        Interval span)
    {
        json.WriteStartArray("MetricDataResults");
        (int, int)? next = null;
        for (var i = first; i < queries.Count && next is null; i++, skip = 0)
        {
            if (!queries[i].ReturnData)
            {
                continue;
            }

            var points = Points(queries[i], descending, span);
            var count = Math.Min(points.Count - skip, limit);
            if (count == 0 && points.Count > 0)
            {
                next = (i, skip);
                break;
            }

            limit -= count;
            next = skip + count < points.Count ? (i, skip + count) : null;
            WriteResult(json, queries[i], points.GetRange(skip, count), next is not null);
        }

        json.WriteEndArray();
        return next;
    }

    private static List<(long Time, double Value)> Points(MetricQuery query, bool descending, Interval span)
    {
        var points = new List<(long, double)>();
        if (query.Series is not { } series || query.Foreign)
        {
            return points;
        }

        var from = StoredSeries.FloorDiv(span.From, query.Period) * query.Period;
        foreach (var window in series.Windows(from, Math.Min(span.To, span.Now), query.Period, origin: 0))
        {
            if (Retention.Holds(window.Time, query.Period, span.Now)
                && Statistic.Value(query.Stat, window, series.Data.Percentiles) is { } value)
            {
                points.Add((window.Time, value));
            }
        }

        if (descending)
        {
            points.Reverse();
        }

        return points;
    }

    private static void WriteResult(
        Utf8JsonWriter json, MetricQuery query, List<(long Time, double Value)> points, bool partial)
    {
        json.WriteStartObject();
        json.WriteString("Id", query.Id);
        json.WriteString("Label", query.Label);
        json.WriteStartArray("Timestamps");
        foreach (var (time, _) in points)
        {
            CoralNumber.WriteTime(json, time);
        }

        json.WriteEndArray();
        json.WriteStartArray("Values");
        foreach (var (_, value) in points)
        {
            CoralNumber.Write(json, value);
        }

        json.WriteEndArray();
        json.WriteString("StatusCode", query.Foreign ? "Forbidden" : partial ? "PartialData" : "Complete");
        json.WriteEndObject();
    }

    private static Interval Span(ServiceCall call, JsonElement input)
    {
        var from = input.Instant("StartTime") ?? throw MetricQuery.Invalid("The parameter StartTime is required.");
        var to = input.Instant("EndTime") ?? throw MetricQuery.Invalid("The parameter EndTime is required.");
        return from < to
            ? new Interval(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds(), call.Now.ToUnixTimeSeconds())
            : throw MetricQuery.Invalid("The parameter StartTime must be less than the parameter EndTime.");
    }

    private readonly record struct Interval(long From, long To, long Now);
}
