using System.Globalization;
using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>GetCostAndUsage: adds rows up by period and by at most two keys.</summary>
internal static class GetCostAndUsage
{
    private const int PeriodsOnAPage = 100;
    private static readonly string[] Known =
    [
        "AmortizedCost", "BlendedCost", "NetAmortizedCost", "NetUnblendedCost", "NormalizedUsageAmount",
        "UnblendedCost", "UsageQuantity",
    ];

    public static Reply Answer(ServiceCall call, JsonElement input)
    {
        var granularity = input.Text("Granularity");
        var metrics = Metrics(input);
        var keys = Keys(input);
        var filter = CostFilter.Read(input.Member("Filter"));
        var page = Page<(DateTimeOffset Start, DateTimeOffset End)>.Of(
            CostPeriods.Read(input), PeriodsOnAPage, input.Text("NextPageToken"), Request(call, input),
            () => new AwsException("InvalidNextTokenException", "Invalid NextPageToken."));
        var data = call.Account.CostAndUsage;
        var rows = data.Rows.Where(filter).ToList();
        return Reply.Json(Protocol.Json11, json =>
        {
            WriteDefinitions(json, keys);
            json.WriteStartArray("ResultsByTime");
            foreach (var (start, end) in page.Items)
            {
                json.WriteStartObject();
                json.WriteStartObject("TimePeriod");
                json.WriteString("Start", CostPeriods.Text(start, granularity));
                json.WriteString("End", CostPeriods.Text(end, granularity));
                json.WriteEndObject();
                WriteAmounts(json, [.. rows.Where(r => r.Start >= start && r.Start < end)], keys, metrics);
                json.WriteBoolean("Estimated", end > (data.EstimatedFrom ?? DateTimeOffset.MaxValue));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("DimensionValueAttributes");
            json.WriteEndArray();
            if (page.NextToken is { } token)
            {
                json.WriteString("NextPageToken", token);
            }
        });
    }

    private static void WriteDefinitions(Utf8JsonWriter json, List<(string Type, string Key)> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        json.WriteStartArray("GroupDefinitions");
        foreach (var (type, key) in keys)
        {
            json.WriteStartObject();
            json.WriteString("Type", type);
            json.WriteString("Key", key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAmounts(
        Utf8JsonWriter json, List<CostRow> rows, List<(string Type, string Key)> keys, List<string> metrics)
    {
        json.WriteStartObject("Total");
        if (keys.Count == 0)
        {
            WriteMetrics(json, rows, metrics);
        }

        json.WriteEndObject();
        json.WriteStartArray("Groups");
        if (keys.Count > 0)
        {
            foreach (var group in rows.GroupBy(r => string.Join('\n', keys.Select(k => Value(r, k)))))
            {
                json.WriteStartObject();
                json.WriteStartArray("Keys");
                foreach (var value in group.Key.Split('\n'))
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
                json.WriteStartObject("Metrics");
                WriteMetrics(json, [.. group], metrics);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteMetrics(Utf8JsonWriter json, List<CostRow> rows, List<string> metrics)
    {
        foreach (var metric in metrics)
        {
            var units = rows.Select(r => r.UsageUnit).Distinct().ToList();
            var isCost = metric.EndsWith("Cost", StringComparison.Ordinal);
            json.WriteStartObject(metric);
            json.WriteString("Amount", rows.Sum(r => Amount(r, metric)).ToString(CultureInfo.InvariantCulture));
            json.WriteString("Unit", isCost ? "USD" : units.Count == 1 ? units[0] : "N/A");
            json.WriteEndObject();
        }
    }

    private static decimal Amount(CostRow row, string metric) =>
        row.Metrics.TryGetValue(metric, out var amount) ? amount
        : metric.EndsWith("Cost", StringComparison.Ordinal) ? row.Metrics.GetValueOrDefault("UnblendedCost")
        : 0;

    // Cost Explorer writes a tag's key before its value, and an untagged line as the key alone.
    private static string Value(CostRow row, (string Type, string Key) by) => by.Type == "TAG"
        ? $"{by.Key}${row.Tags.GetValueOrDefault(by.Key)}"
        : row.Dimensions.GetValueOrDefault(by.Key) ?? "No" + by.Key;

    private static List<string> Metrics(JsonElement input)
    {
        var metrics = input.Items("Metrics").Select(m => m.GetString() ?? "").ToList();
        var unknown = metrics.FirstOrDefault(m => !Known.Contains(m));
        return metrics.Count > 0 && unknown is null
            ? metrics
            : throw CostFilter.Invalid($"Metrics: '{unknown}' is not one of {string.Join(", ", Known)}");
    }

    private static List<(string Type, string Key)> Keys(JsonElement input)
    {
        var keys = input.Items("GroupBy").Select(g => (g.Text("Type") ?? "DIMENSION", g.Text("Key") ?? "")).ToList();
        if (keys.Count > 2)
        {
            throw CostFilter.Invalid("Group by more than 2 keys is not supported");
        }

        return keys.All(k => k.Item1 is "DIMENSION" or "TAG")
            ? keys
            : throw CostFilter.Invalid("This fake groups by DIMENSION and TAG only");
    }

    private static string Request(ServiceCall call, JsonElement input) => call.Caller.Account + string.Join('\n',
        input.EnumerateObject().Where(m => m.Name != "NextPageToken").Select(m => m.Value.GetRawText()));
}
