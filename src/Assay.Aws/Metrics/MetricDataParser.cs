using System.Buffers.Text;
using System.Text.Json;

namespace Assay.Aws.Metrics;

/// <summary>
/// Reads a GetMetricData response in one pass into reused buffers. A scan of many models gets megabytes of numbers,
/// so nothing is allocated for a datapoint.
/// </summary>
internal sealed class MetricDataParser
{
    private long[] times = new long[512];
    private double[] values = new double[512];

    /// <param name="first">The position of the batch's first query among all.</param>
    /// <returns>The token of the next page, if there is one.</returns>
    /// <exception cref="JsonException">The response is no JSON, or cut off.</exception>
    public string? Parse(ReadOnlySpan<byte> json, int first, IMetricSink sink)
    {
        var reader = new Utf8JsonReader(json);
        string? next = null;
        Open(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("MetricDataResults"u8))
            {
                Results(ref reader, first, sink);
            }
            else if (reader.ValueTextEquals("NextToken"u8))
            {
                reader.Read();
                next = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            else
            {
                reader.Skip();
            }
        }

        return next;
    }

    private void Results(ref Utf8JsonReader reader, int first, IMetricSink sink)
    {
        Open(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            Result(ref reader, first, sink);
        }
    }

    private void Result(ref Utf8JsonReader reader, int first, IMetricSink sink)
    {
        var (query, timeCount, valueCount) = (-1, 0, 0);
        var status = SeriesStatus.Complete;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("Timestamps"u8))
            {
                timeCount = Times(ref reader);
            }
            else if (reader.ValueTextEquals("Values"u8))
            {
                valueCount = Values(ref reader);
            }
            else if (reader.ValueTextEquals("Id"u8))
            {
                query = Id(ref reader);
            }
            else if (reader.ValueTextEquals("StatusCode"u8))
            {
                status = Status(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        if (query >= 0)
        {
            var count = Math.Min(timeCount, valueCount);
            sink.Accept(first + query, times.AsSpan(0, count), values.AsSpan(0, count), status);
        }
    }

    private int Times(ref Utf8JsonReader reader)
    {
        Open(ref reader, JsonTokenType.StartArray);
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Grow(ref times, count);
            times[count++] = Time(ref reader);
        }

        return count;
    }

    private int Values(ref Utf8JsonReader reader)
    {
        Open(ref reader, JsonTokenType.StartArray);
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Grow(ref values, count);
            values[count++] = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : double.NaN;
        }

        return count;
    }

    private static long Time(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out var seconds) => seconds,
            JsonTokenType.Number => (long)reader.GetDouble(),
            JsonTokenType.String when reader.TryGetDateTimeOffset(out var time) => time.ToUnixTimeSeconds(),
            _ => long.MinValue,
        };

    private static int Id(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && reader.ValueSpan is [(byte)'q', .. var digits]
            && Utf8Parser.TryParse(digits, out int id, out var used) && used == digits.Length ? id : -1;
    }

    private static SeriesStatus Status(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.String ? SeriesStatus.Failed
            : reader.ValueTextEquals("Complete"u8) ? SeriesStatus.Complete
            : reader.ValueTextEquals("PartialData"u8) ? SeriesStatus.Partial
            : SeriesStatus.Failed;
    }

    private static bool NextMember(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void Open(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (!reader.Read() || reader.TokenType != expected)
        {
            throw new JsonException($"expected {expected}");
        }
    }

    private static void Grow<T>(ref T[] buffer, int count)
    {
        if (count == buffer.Length)
        {
            Array.Resize(ref buffer, count * 2);
        }
    }
}
