using System.Globalization;
using Assay.Models;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Analysis.Levers;

/// <summary>
/// The command that re-checks a finding without Assay: the AWS CLI asks CloudWatch for the same sum. The period keeps
/// an answer under the 1,440 datapoints it may have.
/// </summary>
internal static class VerifyCommand
{
    /// <summary>Stands for the ledger until it is known which one was asked.</summary>
    public const string Ledger = "--ledger FILE";

    /// <summary>The command on the ledger that the report is of; as it is where none was named.</summary>
    public static string On(string? ledger, string command) => ledger is null
        ? command
        : command.Replace(Ledger, "--ledger " + (IsPlain(ledger) ? ledger : Quote(ledger)), StringComparison.Ordinal);

    public static string Sum(ModelRow row, Window window, string metric)
    {
        if (row.Source == UsageSource.Calls)
        {
            return OfCalls(row, window, metric);
        }

        var (space, dimension, name) = row.Endpoint == Endpoint.Mantle
            ? ("AWS/BedrockMantle", "Model", "Total" + metric.Replace("TokenCount", "Tokens", StringComparison.Ordinal))
            : ("AWS/Bedrock", "ModelId", metric);
        return $"aws cloudwatch get-metric-statistics --region {row.Region} --namespace {space} --metric-name {name} "
            + $"--dimensions Name={dimension},Value={Quote(row.ModelId)}{Tier(row)} --statistics Sum "
            + $"--period {(window.Hours <= 1_440 ? 3_600 : 86_400)} "
            + $"--start-time {window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} "
            + $"--end-time {window.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} "
            + "--query 'sum(Datapoints[].Sum)'";
    }

    /// <summary>
    /// The same for a metric that CloudWatch spells in two ways, of which an account has one (bedrock.md 1.1): both are
    /// asked for and the larger sum counts.
    /// </summary>
    public static string SumOfEither(ModelRow row, Window window, string metric, string other)
    {
        if (row.Source == UsageSource.Calls)
        {
            return OfCalls(row, window, metric);
        }

        var id = row.ModelId.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        string Query(string name, string spelling) =>
            "{\"Id\":\"" + name + "\",\"MetricStat\":{\"Metric\":{\"Namespace\":\"AWS/Bedrock\","
            + "\"MetricName\":\"" + spelling + "\",\"Dimensions\":[{\"Name\":\"ModelId\",\"Value\":\"" + id + "\"}]},"
            + "\"Period\":3600,\"Stat\":\"Sum\"}}";
        return $"aws cloudwatch get-metric-data --region {row.Region} "
            + $"--start-time {window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} "
            + $"--end-time {window.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} "
            + $"--metric-data-queries {Quote($"[{Query("newer", metric)},{Query("older", other)}]")} "
            + "--query 'max(MetricDataResults[].sum(Values))'";
    }

    /// <summary>
    /// The share of a row's tokens, as a model unit counts them, that its minutes left room for beside a provisioned
    /// model's own calls. Calls are whole, so those that fit are no more.
    /// </summary>
    public static string Room(ModelRow row, Window window, string arn, decimal capacity)
    {
        var used = "coalesce(input, 0) + coalesce(output, 0) + 0.1 * coalesce(cache_read, 0) + 1.25 * "
            + "(coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0) + coalesce(cache_write_30m, 0) "
            + "+ coalesce(cache_write_unknown_ttl, 0))";
        var sql = "select sum(least(ours, greatest("
            + capacity.ToString("0.###", CultureInfo.InvariantCulture)
            + " - theirs, 0))) / sum(ours) from (select "
            + $"sum({used}) filter (where model_id = '{Escaped(row.ModelId)}') as ours, "
            + $"coalesce(sum({used}) filter (where ends_with(model_id, '{Escaped(ModelResolver.ShortId(arn))}')), 0) "
            + $"as theirs from calls where account = '{row.Account}' and region = '{row.Region}' "
            + $"and {Within(window)} group by date_trunc('minute', ts))";
        return Ask(sql, row.ModelId + arn);
    }

    /// <summary>What logs told is asked of the ledger that keeps it.</summary>
    private static string OfCalls(ModelRow row, Window window, string metric)
    {
        var count = metric switch
        {
            "OutputTokenCount" => "sum(output)",
            "InputTokenCount" => "sum(input)",
            "Invocations" => "count(*) filter (where error is null)",
            _ when metric.StartsWith("CacheRead", StringComparison.Ordinal) => "sum(cache_read)",
            _ => "sum(cache_write_5m + cache_write_1h + cache_write_30m + cache_write_unknown_ttl)",
        };
        var tier = row.Tier is { } known ? $"= '{Words.Of(known)}'" : "is null";
        var sql = $"select {count} from calls where account = '{row.Account}' and region = '{row.Region}' "
            + $"and model_id = '{Escaped(row.ModelId)}' and tier {tier} and {Within(window)}";
        return Ask(sql, row.ModelId);
    }

    private static string Within(Window window) =>
        $"ts >= '{window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ss}' and ts < '{window.To.UtcDateTime:yyyy-MM-ddTHH:mm:ss}'";

    private static string Escaped(string id) => id.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>
    /// Within double quotes a shell obeys some characters; ids from outside that have any are quoted the hard way.
    /// </summary>
    private static string Ask(string sql, string ids) =>
        $"assay sql {Ledger} " + (IsPlain(ids) ? $"\"{sql}\"" : Quote(sql));

    /// <summary>A row of the priority tier has a series of its own; others are parts of what is asked for.</summary>
    private static string Tier(ModelRow row) => row.Tier == ServiceTier.Priority
        ? " Name=ServiceTier,Value=priority Name=ResolvedServiceTier,Value=priority"
        : "";

    private static bool IsPlain(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '/' or '-' or '_');

    /// <summary>An id in single quotes: it comes from outside and must stay one word of a shell.</summary>
    public static string Quote(string id) => "'" + id.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
