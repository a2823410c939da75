using System.Globalization;
using Assay.Ledgers.Replaying;
using Assay.Units;
using Assay.Usage;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>Workloads in and out of the ledger: keys found by SQL, named outside, written back.</summary>
internal sealed class Workloads(Database database)
{
    /// <param name="ownerKeys">Keys of request metadata that name an owner, most telling first.</param>
    public IReadOnlyList<WorkloadKey> Keys(IReadOnlyList<string> ownerKeys)
    {
        var owner = ownerKeys.Count == 0 ? "null" : "coalesce(" + string.Join(
            ", ", ownerKeys.Select(key => $"json_extract_string(c.metadata, '$.\"{Plain(key)}\"')")) + ")";
        var keys = Resource.Text("Deriving/workload_keys.sql");
        database.Execute(keys.Replace("$owner", owner, StringComparison.Ordinal));
        return database.Query(
            "select place, account, region, model_id, caller, tools_offered, is_any, skeleton, owner from workload_key "
            + "order by place",
            row => new WorkloadKey(
                row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4), row.Text(5),
                row.GetBoolean(6), row.Long(7), row.Text(8)));
    }

    /// <param name="ofPlace">The workload of each key, by the key's place.</param>
    public void Replace(IReadOnlyList<WorkloadRecord> workloads, IReadOnlyList<int> ofPlace) =>
        database.Transaction(() =>
        {
            database.Execute("delete from workload");
            database.Execute("create or replace temp table workload_number (place integer, workload_id integer)");
            using (var appender = database.Appender("workload"))
            {
                foreach (var each in workloads)
                {
                    appender.CreateRow().AppendValue(each.Id).AppendValue(each.Slug).AppendValue(each.Name)
                        .AppendValue(each.Account).AppendValue(each.Caller).AppendValue(each.Model)
                        .AppendValue(each.Tools).AppendValue(each.Owner).EndRow();
                }
            }

            using (var appender = database.Appender("workload_number"))
            {
                for (var place = 0; place < ofPlace.Count; place++)
                {
                    appender.CreateRow().AppendValue(place).AppendValue(ofPlace[place]).EndRow();
                }
            }

            database.Execute(
                "create or replace temp table workload_of as "
                + "select k.*, n.workload_id from workload_key as k join workload_number as n using (place)");
            database.Execute(Resource.Text("Deriving/workload_calls.sql"));
            database.Execute("drop table workload_of; drop table workload_number; drop table workload_key;");
        });

    public IReadOnlyList<WorkloadRecord> All() => database.Query(
        "select workload_id, slug, name, account, caller, model, tools, owner from workload order by workload_id",
        Record);

    public IReadOnlyList<WorkloadTotal> Totals(Window window)
    {
        var conversations = Count(window);
        return database.Query(
            "workload_totals.sql",
            window,
            row => new WorkloadTotal(
                Record(row),
                row.GetInt64(8),
                conversations.CountOf(row.GetInt32(0)) is > 0 and var count ? count : null,
                UsageRows.TokensOf(row, 9),
                row.Decimal(16) is { } usd ? new Usd(usd) : null));
    }

    /// <summary>Sums the calls of each workload into <c>workload_counted</c>.</summary>
    private ConversationSet Count(Window window)
    {
        var conversations = new ConversationSet();
        database.Execute("""
            create or replace temp table workload_counted (
                workload_id integer, calls bigint, input hugeint, output hugeint, cache_read hugeint, w5m hugeint,
                w1h hugeint, w30m hugeint, unknown hugeint)
            """);
        var slices = new CallSlices(database, isCounted: true);
        foreach (var slice in slices.Within(window))
        {
            database.Execute(slices.Sql("Queries/workload_calls.sql", slice));
            database.Stream(
                "select workload_id, conversation from workload_slice "
                + "where workload_id is not null and conversation is not null",
                _ => { },
                row => conversations.Add(row.GetInt32(0), row.GetInt64(1)));
            database.Execute("drop table workload_slice");
        }

        return conversations;
    }

    private static WorkloadRecord Record(DuckDBDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4), row.Text(5), row.Text(6),
        row.Text(7));

    private static string Plain(string key) =>
        string.Concat(key.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')).ToLower(CultureInfo.InvariantCulture);
}
