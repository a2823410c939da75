using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.CloudWatch;

/// <summary>ListMetrics: pages of 500, and only series that had data within two weeks.</summary>
internal static class ListMetrics
{
    private const int PageSize = 500;
    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);
    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);

    public static Reply Answer(ServiceCall call, JsonElement input)
    {
        var recently = input.Text("RecentlyActive");
        if (recently is not (null or "PT3H"))
        {
            throw new AwsException("InvalidParameterValue", "The value of RecentlyActive must be PT3H.");
        }

        var now = call.Now.ToUnixTimeSeconds();
        var oldest = now - (long)(recently is null ? Listed : Recent).TotalSeconds;
        var dimensions = input.Items("Dimensions")
            .Select(d => (Name: d.Text("Name") ?? "", Value: d.Text("Value"))).ToList();
        var found = call.Index.Series(call.Caller.Account, call.Region).All
            .Where(s => Same(input.Text("Namespace"), s.Data.Namespace) && Same(input.Text("MetricName"), s.Data.Name))
            .Where(s => dimensions.All(d =>
                s.Data.Dimensions.TryGetValue(d.Name, out var value) && Same(d.Value, value)))
            .Where(s => s.LastDatapoint(now) is { } last && last >= oldest)
            .ToList();
        var page = Page<StoredSeries>.Of(
            found, PageSize, input.Text("NextToken"), Request(call, input),
            () => new AwsException("InvalidParameterValue", "Invalid nextToken"));
        return Reply.Json(Protocol.CloudWatchJson, json => Write(json, page, call, input));
    }

    private static void Write(Utf8JsonWriter json, Page<StoredSeries> page, ServiceCall call, JsonElement input)
    {
        json.WriteStartArray("Metrics");
        foreach (var series in page.Items)
        {
            json.WriteStartObject();
            json.WriteString("Namespace", series.Data.Namespace);
            json.WriteString("MetricName", series.Data.Name);
            json.WriteStartArray("Dimensions");
            foreach (var (name, value) in series.Data.Dimensions)
            {
                json.WriteStartObject();
                json.WriteString("Name", name);
                json.WriteString("Value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (input.Flag("IncludeLinkedAccounts") == true)
        {
            json.WriteStartArray("OwningAccounts");
            foreach (var _ in page.Items)
            {
                json.WriteStringValue(call.Caller.Account);
            }

            json.WriteEndArray();
        }

        if (page.NextToken is { } token)
        {
            json.WriteString("NextToken", token);
        }
    }

    private static string Request(ServiceCall call, JsonElement input) => string.Join('\n',
        call.Caller.Account, call.Region, input.Text("Namespace"), input.Text("MetricName"),
        input.Member("Dimensions")?.GetRawText());

    private static bool Same(string? wanted, string actual) => wanted is null || wanted == actual;
}
