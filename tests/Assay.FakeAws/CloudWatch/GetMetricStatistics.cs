using System.Globalization;
using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.CloudWatch;

/// <summary>
/// GetMetricStatistics. As in AWS, periods begin at StartTime rather than at a round time, there are at most
/// 1,440 of them, and the datapoints come in no order.
/// </summary>
internal static class GetMetricStatistics
{
    private const int MaxDatapoints = 1440;

    public static Reply Answer(ServiceCall call, JsonElement input)
    {
        var simple = Names(input, "Statistics");
        var extended = Names(input, "ExtendedStatistics");
        var (from, to, period) = Range(input);
        Check(simple, extended, from, to, period);
        var now = call.Now.ToUnixTimeSeconds();
        from = from / 60 * 60;
        var series = call.Index.Series(call.Caller.Account, call.Region).Find(
            input.Text("Namespace") ?? "", input.Text("MetricName") ?? "", MetricQuery.Dimensions(input));
        if (input.Text("Unit") is { } unit && unit != series?.Data.Unit)
        {
            series = null;
        }

        var windows = (series?.Windows(from, Math.Min(to, now), period, from) ?? [])
            .Where(w => Retention.Holds(w.Time, period, now))
            .OrderBy(w => unchecked((uint)(w.Time / 60 * 2654435761L)));
        return Reply.Json(Protocol.CloudWatchJson, json =>
        {
            json.WriteString("Label", input.Text("MetricName"));
            json.WriteStartArray("Datapoints");
            foreach (var window in windows)
            {
                Write(json, window, series!.Data, simple, extended);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(
        Utf8JsonWriter json, Window window, MetricSeries series, List<string> simple, List<string> extended)
    {
        json.WriteStartObject();
        json.WritePropertyName("Timestamp");
        CoralNumber.WriteTime(json, window.Time);
        json.WriteString("Unit", series.Unit);
        WriteValues(simple);
        var known = extended.Where(series.Percentiles.ContainsKey).ToList();
        if (known.Count > 0)
        {
            json.WriteStartObject("ExtendedStatistics");
            WriteValues(known);
            json.WriteEndObject();
        }

        json.WriteEndObject();

        void WriteValues(IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                if (Statistic.Value(name, window, series.Percentiles) is { } value)
                {
                    json.WritePropertyName(name);
                    CoralNumber.Write(json, value);
                }
            }
        }
    }

    private static List<string> Names(JsonElement input, string member) =>
        [.. input.Items(member).Select(s => s.GetString() ?? "")];

    private static (long From, long To, long Period) Range(JsonElement input) =>
        input.Instant("StartTime") is { } from && input.Instant("EndTime") is { } to
        && input.Int("Period") is { } period
            ? (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds(), period)
            : throw new AwsException("MissingParameter", "StartTime, EndTime and Period are required.");

    private static void Check(List<string> simple, List<string> extended, long from, long to, long period)
    {
        if (period <= 0 || period % 60 != 0)
        {
            throw new AwsException("InvalidParameterValue", "The parameter Period must be a multiple of 60.");
        }

        if (from >= to)
        {
            throw Combination("The parameter StartTime must be less than the parameter EndTime.");
        }

        if (simple.Count + extended.Count == 0)
        {
            throw Combination("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        if (!simple.All(Statistic.IsSimple) || !extended.All(Statistic.IsPercentile))
        {
            throw new AwsException("InvalidParameterValue", "A statistic is not one of those that are supported.");
        }

        var wanted = (to - from + period - 1) / period;
        if (wanted > MaxDatapoints)
        {
            throw Combination(string.Create(CultureInfo.InvariantCulture,
                $"You have requested up to {wanted:N0} datapoints, which exceeds the limit of {MaxDatapoints:N0}. You "
                + $"may reduce the datapoints requested by increasing Period, or decreasing the time range."));
        }
    }

    private static AwsException Combination(string message) => new("InvalidParameterCombination", message);
}
