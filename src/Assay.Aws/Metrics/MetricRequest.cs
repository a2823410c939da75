using System.Globalization;
using System.Text.Json;
using Assay.Aws.Reading;

namespace Assay.Aws.Metrics;

/// <summary>Queries as GetMetricData takes them.</summary>
internal static class MetricRequest
{
    public const int MostQueries = 500;
    public const int MostDatapoints = 100_800;

    /// <summary>As few requests as can each be answered on one page.</summary>
    public static IReadOnlyList<Range> Batches(int queries, int points)
    {
        var size = Math.Clamp(MostDatapoints / Math.Max(points, 1), 1, MostQueries);
        var batches = new List<Range>();
        for (var start = 0; start < queries; start += size)
        {
            batches.Add(start..Math.Min(start + size, queries));
        }

        return batches;
    }

    /// <summary>Ids are positions in the batch, so that an answer finds its query without a search.</summary>
    public static string Body(IReadOnlyList<MetricQuery> queries, Range batch, MetricSpan span, string? token) =>
        JsonBody.Write(writer =>
        {
            var (first, count) = batch.GetOffsetAndLength(queries.Count);
            writer.WriteStartArray("MetricDataQueries");
            for (var i = 0; i < count; i++)
            {
                Write(writer, string.Create(CultureInfo.InvariantCulture, $"q{i}"), queries[first + i], span.Period);
            }

            writer.WriteEndArray();
            writer.WriteNumber("StartTime", span.From.ToUnixTimeSeconds());
            writer.WriteNumber("EndTime", span.To.ToUnixTimeSeconds());
            writer.WriteString("ScanBy", "TimestampAscending");
            writer.Optional("NextToken", token);
        });

    private static void Write(Utf8JsonWriter writer, string id, MetricQuery query, int period)
    {
        writer.WriteStartObject();
        writer.WriteString("Id", id);
        writer.WriteStartObject("MetricStat");
        writer.WriteStartObject("Metric");
        writer.WriteString("Namespace", query.Series.Space);
        writer.WriteString("MetricName", query.Series.Metric);
        writer.WriteStartArray("Dimensions");
        foreach (var (name, value) in query.Series.Dimensions)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNumber("Period", period);
        writer.WriteString("Stat", query.Statistic);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
