using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.CloudWatch;

/// <summary>One checked MetricStat query of GetMetricData.</summary>
internal sealed record MetricQuery(
    string Id, string Label, StoredSeries? Series, long Period, string Stat, bool ReturnData, bool Foreign)
{
    public static IReadOnlyList<MetricQuery> ReadAll(ServiceCall call, JsonElement input)
    {
        var queries = input.Items("MetricDataQueries").ToList();
        if (queries.Count is 0 or > 500)
        {
            throw Invalid(queries.Count == 0
                ? "The parameter MetricDataQueries is required."
                : "The collection MetricDataQueries must not have a size greater than 500.");
        }

        var read = queries.Select((q, i) => Read(call, q, i + 1)).ToList();
        var twice = read.GroupBy(q => q.Id).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? read
            : throw Invalid($"The values for parameter id in MetricDataQueries are not unique: {twice.Key}.");
    }

    public static AwsException Invalid(string message) => new(Fault.Validation, message);

    private static MetricQuery Read(ServiceCall call, JsonElement query, int number)
    {
        var id = query.Text("Id") ?? "";
        if (id.Length is 0 or > 255 || !char.IsAsciiLetterLower(id[0])
            || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw Invalid(
                $"The value {id} for parameter MetricDataQueries.member.{number}.Id is not matching the expected "
                + "pattern ^[a-z][a-zA-Z0-9_]*$.");
        }

        if (query.Member("MetricStat") is not { } stat || query.Member("Expression") is not null)
        {
            throw Invalid($"MetricDataQueries.member.{number}: this fake answers MetricStat only, no Expression.");
        }

        var metric = stat.Member("Metric") ?? throw Invalid($"MetricDataQueries.member.{number}: Metric is required.");
        var series = call.Index.Series(call.Caller.Account, call.Region).Find(
            metric.Text("Namespace") ?? "", metric.Text("MetricName") ?? "", Dimensions(metric));

        // A unit that differs from the stored one finds nothing, and is no error.
        var sameUnit = stat.Text("Unit") is not { } unit || unit == series?.Data.Unit;
        var owner = query.Text("AccountId");
        return new MetricQuery(
            id, query.Text("Label") ?? metric.Text("MetricName") ?? "", sameUnit ? series : null,
            CheckPeriod(stat.Int("Period"), number), CheckStat(stat.Text("Stat"), number),
            query.Flag("ReturnData") ?? true, owner is not null && owner != call.Caller.Account);
    }

    public static IEnumerable<KeyValuePair<string, string>> Dimensions(JsonElement metric) =>
        metric.Items("Dimensions").Select(d => KeyValuePair.Create(d.Text("Name") ?? "", d.Text("Value") ?? ""));

    private static long CheckPeriod(int? period, int number) => period is { } p && p > 0 && p % 60 == 0
        ? p
        : throw Invalid(
            $"The value {period} for parameter MetricDataQueries.member.{number}.MetricStat.Period must be a "
            + "multiple of 60.");

    private static string CheckStat(string? stat, int number) =>
        stat is not null && (Statistic.IsSimple(stat) || Statistic.IsPercentile(stat))
            ? stat
            : throw Invalid(
                $"The value {stat} for parameter MetricDataQueries.member.{number}.MetricStat.Stat is not supported.");
}
