using System.Globalization;
using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Billing;

/// <summary>
/// What Cost Explorer says the account was billed for Bedrock, by day. Third-party models are billed as services of
/// their own, so the services are looked up by name first (bedrock.md 4.6).
/// </summary>
internal sealed class BillReader(Place place, Window window)
{
    private const string Name = "Bedrock";

    private static readonly Pages Services = new("DimensionValues", "NextPageToken");
    private static readonly Pages Days = new("ResultsByTime", "NextPageToken");

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var found = await Services.ReadAsync(place, AskServices, cancellationToken);
        if (found.Error is not null)
        {
            await MissAsync(ReadStatus.Absent, AllowedOperations.GetDimensionValues, found.Error, cancellationToken);
            return;
        }

        var services = found.Items.Select(item => item.Text("Value")).OfType<string>()
            .Where(service => service.Contains(Name, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        var days = services.Count == 0 ? new Listed([], Error: null)
            : await Days.ReadAsync(place, token => AskCosts(services, token), cancellationToken);
        foreach (var billed in days.Items.SelectMany(Billed))
        {
            await place.TellAsync(billed, cancellationToken);
        }

        await (days.Error is null
            ? place.WholeAsync(Sources.Bill, cancellationToken)
            : MissAsync(
                days.Items.Count == 0 ? ReadStatus.Absent : ReadStatus.Partial, AllowedOperations.GetCostAndUsage,
                days.Error, cancellationToken));
    }

    private ValueTask MissAsync(
        ReadStatus status, AllowedOperation operation, ApiError error, CancellationToken cancellationToken) =>
        place.MissingAsync(new Gap(Sources.Bill, status, operation, error), cancellationToken);

    public ApiCall AskServices(string? token) => place.Call(AllowedOperations.GetDimensionValues) with
    {
        Body = JsonBody.Write(writer =>
        {
            writer.WriteString("SearchString", Name);
            WritePeriod(writer);
            writer.WriteString("Dimension", "SERVICE");
            writer.WriteString("Context", "COST_AND_USAGE");
            writer.Optional("NextPageToken", token);
        }),
    };

    /// <summary>
    /// Of this account only: a payer's Cost Explorer also shows the accounts that are scanned as themselves.
    /// </summary>
    public ApiCall AskCosts(IReadOnlyList<string> services, string? token) =>
        place.Call(AllowedOperations.GetCostAndUsage) with
        {
            Body = JsonBody.Write(writer =>
            {
                WritePeriod(writer);
                writer.WriteString("Granularity", "DAILY");
                writer.WriteStartObject("Filter");
                writer.WriteStartArray("And");
                WriteDimension(writer, "SERVICE", services);
                WriteDimension(writer, "LINKED_ACCOUNT", [place.Account]);
                writer.WriteEndArray();
                writer.WriteEndObject();
                WriteTexts(writer, "Metrics", ["UnblendedCost", "UsageQuantity"]);
                writer.WriteStartArray("GroupBy");
                WriteGroup(writer, "SERVICE");
                WriteGroup(writer, "USAGE_TYPE");
                writer.WriteEndArray();
                writer.Optional("NextPageToken", token);
            }),
        };

    private IEnumerable<Fact> Billed(JsonElement day)
    {
        if (!DateOnly.TryParseExact(
            day.Member("TimePeriod")?.Text("Start"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var date))
        {
            yield break;
        }

        foreach (var group in day.List("Groups"))
        {
            var keys = group.List("Keys").Select(key => key.GetString() ?? "").ToList();
            var metrics = group.Member("Metrics");
            if (keys is [var service, var usageType] && Amount(metrics, "UnblendedCost") is { } usd)
            {
                yield return new Fact.Billed(
                    place.Account, date, service, usageType, usd, Amount(metrics, "UsageQuantity") ?? 0);
            }
        }
    }

    private static decimal? Amount(JsonElement? metrics, string name) =>
        decimal.TryParse(
            metrics?.Member(name)?.Text("Amount"), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    private void WritePeriod(Utf8JsonWriter writer)
    {
        var last = window.To.UtcDateTime;
        var end = last == last.Date ? last.Date : last.Date.AddDays(1);
        writer.WriteStartObject("TimePeriod");
        writer.WriteString("Start", window.From.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("End", end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void WriteDimension(Utf8JsonWriter writer, string key, IReadOnlyList<string> values)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("Dimensions");
        writer.WriteString("Key", key);
        WriteTexts(writer, "Values", values);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, string key)
    {
        writer.WriteStartObject();
        writer.WriteString("Type", "DIMENSION");
        writer.WriteString("Key", key);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
