using System.Globalization;
using Assay.Calls;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>
/// Calls and nodes straight into their tables, in a transaction of their own; what does not fit into memory DuckDB
/// writes to the file meanwhile. Taken back by <see cref="Dispose"/> where it was not committed.
/// </summary>
internal sealed class CallTransaction : IDisposable
{
    private readonly Database database;
    private readonly DuckDBTransaction transaction;
    private readonly ChunkAppender calls;
    private readonly ChunkAppender nodes;
    private readonly long lastCall;
    private readonly long lastNode;
    private long number;

    public CallTransaction(Database database)
    {
        this.database = database;
        transaction = database.BeginTransaction();
        number = lastCall = database.Query(
            "select coalesce(max(call_no), 0) from call", row => row.GetInt64(0))[0];
        lastNode = database.Query("select coalesce(max(rowid), -1) from shape_node", row => row.GetInt64(0))[0];
        (calls, nodes) = (database.Chunks("call"), database.Chunks("shape_node"));
    }

    public void Append(int file, int meter, CallEntry call) => CallRows.Append(calls, ++number, file, meter, call);

    public void Append(in ShapeNode node) => CallRows.Append(nodes, node);

    /// <summary>Everything that was appended can be asked for.</summary>
    public void Flush()
    {
        calls.Flush();
        nodes.Flush();
    }

    public void RemoveCalls(int file)
    {
        Flush();
        database.Execute($"delete from call where call_no > {lastCall} and file_id = {file}");
    }

    public void RemoveRepeatedNodes() => Remove("repeated_node", "shape_node", "rowid", "place", lastNode);

    public void RemoveRepeatedCalls() => Remove("repeated_call", "call", "call_no", "call_no", lastCall);

    /// <summary>What is new of each file, once repeated calls are removed.</summary>
    public Dictionary<int, IngestTotal> Kept() => database.Query(
        After("Ingest/kept_calls.sql", lastCall),
        row => (File: row.GetInt32(0), Kept: new IngestTotal(row.GetInt64(1), 0, UsageRows.TokensOf(row, 2))))
        .ToDictionary(row => row.File, row => row.Kept);

    public void Commit() => Database.Commit(transaction);

    public void Dispose()
    {
        // What an appender holds back must not come after the transaction.
        calls.Dispose();
        nodes.Dispose();
        Database.TakeBack(transaction);
    }

    private void Remove(string repeated, string table, string key, string place, long last)
    {
        database.Execute(After($"Ingest/{repeated}s.sql", last));
        if (database.Query($"select count(*) from {repeated}", row => row.GetInt64(0))[0] > 0)
        {
            database.Execute($"delete from {table} where {key} in (select {place} from {repeated})");
        }

        database.Execute($"drop table {repeated}");
    }

    private static string After(string name, long last) => Resource.Text(name).Replace(
        "$last", last.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
