using DuckDB.NET.Data;
using Assay.Ledgers.Replaying;
using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Counts in and out of the columns of <c>usage</c>, in one order.</summary>
internal static class UsageRows
{
    public static UsageCounts Counts(DuckDBDataReader row, int from) => new()
    {
        Invocations = row.Long(from),
        ClientErrors = row.Long(from + 1),
        ServerErrors = row.Long(from + 2),
        Throttles = row.Long(from + 3),
        Input = row.Long(from + 4),
        Output = row.Long(from + 5),
        CacheRead = row.Long(from + 6),
        CacheWrite5m = row.Long(from + 7),
        CacheWrite1h = row.Long(from + 8),
        CacheWrite30m = row.Long(from + 9),
        CacheWriteUnknownTtl = row.Long(from + 10),
    };

    public static void Append(
        DuckDBAppender appender, int meter, int seconds, DateTimeOffset start, in UsageCounts counts) =>
        appender.CreateRow()
            .AppendValue(meter).AppendValue(start.UtcDateTime).AppendValue(seconds)
            .AppendValue(counts.Invocations).AppendValue(counts.ClientErrors).AppendValue(counts.ServerErrors)
            .AppendValue(counts.Throttles).AppendValue(counts.Input).AppendValue(counts.Output)
            .AppendValue(counts.CacheRead).AppendValue(counts.CacheWrite5m).AppendValue(counts.CacheWrite1h)
            .AppendValue(counts.CacheWrite30m).AppendValue(counts.CacheWriteUnknownTtl).EndRow();

    public static List<MeterUsage> Days(Database database, Window window) => database.Query(
        "usage_days.sql",
        window,
        row => new MeterUsage(
            row.GetInt32(0),
            row.Time(1),
            TokensOf(row, 2),
            Tokens(row, 9)));

    /// <param name="longFrom">Prompts above so many tokens are of the long-context band, by meter.</param>
    public static List<MeterUsage> CallDays(
        Database database, Window window, IReadOnlyDictionary<int, long> longFrom)
    {
        database.Execute("create or replace temp table band (meter_id integer, long_from bigint)");
        using (var appender = database.Appender("band"))
        {
            foreach (var (meter, from) in longFrom)
            {
                appender.CreateRow().AppendValue(meter).AppendValue(from).EndRow();
            }
        }

        var slices = new CallSlices(database, isCounted: true);
        return
        [
            .. slices.All
                .SelectMany(slice => database.Within(
                    slices.Sql("Queries/call_days.sql", slice),
                    window,
                    row => new MeterUsage(
                        row.GetInt32(0), row.Time(2), TokensOf(row, 4), Units.Tokens.Zero,
                        row.IsDBNull(1) ? null : row.GetInt32(1), row.Bool(3) ?? false)))
                .GroupBy(each => (each.MeterId, each.WorkloadId, each.Ts, each.IsLong))
                .OrderBy(each => each.Key.MeterId)
                .ThenBy(each => each.Key.WorkloadId ?? int.MaxValue)
                .ThenBy(each => each.Key.Ts)
                .ThenBy(each => each.Key.IsLong)
                .Select(each => each.First() with
                {
                    Tokens = each.Aggregate(default(TokenCounts), (sum, part) => sum + part.Tokens),
                }),
        ];
    }

    /// <summary>Tokens by kind from seven columns in the order of <c>usage</c>; what is null adds nothing.</summary>
    public static TokenCounts TokensOf(DuckDBDataReader row, int from) => new()
    {
        Input = Tokens(row, from),
        Output = Tokens(row, from + 1),
        CacheRead = Tokens(row, from + 2),
        CacheWrite5m = Tokens(row, from + 3),
        CacheWrite1h = Tokens(row, from + 4),
        CacheWrite30m = Tokens(row, from + 5),
        CacheWriteUnknownTtl = Tokens(row, from + 6),
    };

    private static Tokens Tokens(DuckDBDataReader row, int i) => new(row.Long(i) ?? 0);
}
