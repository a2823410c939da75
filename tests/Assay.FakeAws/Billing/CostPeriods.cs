using System.Globalization;
using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>The periods a Cost Explorer answer is cut into.</summary>
internal static class CostPeriods
{
    private const int MaxHourlyDays = 14;

    public static IReadOnlyList<(DateTimeOffset Start, DateTimeOffset End)> Read(JsonElement input)
    {
        var granularity = input.Text("Granularity") ?? "";
        var (start, end) = Range(input);
        if (granularity == "HOURLY" && end - start > TimeSpan.FromDays(MaxHourlyDays))
        {
            throw CostFilter.Invalid("You can only retrieve HOURLY data of the last 14 days.");
        }

        var periods = new List<(DateTimeOffset, DateTimeOffset)>();
        for (var at = start; at < end;)
        {
            var next = Next(at, granularity);
            periods.Add((at, next < end ? next : end));
            at = next;
        }

        return periods;
    }

    public static (DateTimeOffset Start, DateTimeOffset End) Range(JsonElement input)
    {
        var period = input.Member("TimePeriod") ?? throw CostFilter.Invalid("TimePeriod is required");
        var (start, end) = (Instant(period.Text("Start")), Instant(period.Text("End")));
        return start < end
            ? (start, end)
            : throw CostFilter.Invalid("Start date (and hour) should be before end date (and hour)");
    }

    public static string Text(DateTimeOffset instant, string? granularity) => instant.ToString(
        granularity == "HOURLY" ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Next(DateTimeOffset at, string granularity) => granularity switch
    {
        "HOURLY" => at.AddHours(1),
        "DAILY" => at.AddDays(1),
        "MONTHLY" => new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1),
        _ => throw CostFilter.Invalid($"Granularity {granularity} is not valid"),
    };

    private static DateTimeOffset Instant(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var instant)
        ? instant
        : throw CostFilter.Invalid($"{text} is not a date");
}
