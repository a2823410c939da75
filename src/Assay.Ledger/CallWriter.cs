using System.Globalization;
using Assay.Calls;
using Assay.Usage;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>
/// Takes the calls of files, several at a time and interleaved, and holds them apart until a file is ended; then
/// <see cref="Commit"/> adds every ended file whole, in one transaction. A call that the ledger holds already is not
/// added again. One thread writes.
/// </summary>
public sealed class CallWriter : IDisposable
{
    /// <summary>Rows that are worked on at once: what DuckDB keeps together, so that a part is read alone.</summary>
    private const int PartRows = 122_880;

    private readonly Database database;
    private readonly Meters meters;
    private readonly Action<string>? fault;
    private readonly List<(int File, Ingested Read)> ended = [];
    private long callsStaged;
    private long nodesStaged;
    private DuckDBAppender calls;
    private DuckDBAppender nodes;
    private int nextFile;

    /// <param name="fault">Called at every step with its name; a test throws there.</param>
    internal CallWriter(Database database, Meters meters, Action<string>? fault)
    {
        (this.database, this.meters, this.fault) = (database, meters, fault);
        // An ingest has bounds whatever the machine has; beyond them DuckDB works on the disk.
        database.Execute("set memory_limit = '128MB'; set threads = 1;");
        database.Execute(Resource.Text("Ingest/stage.sql"));
        nextFile = database.Query("select coalesce(max(file_id), 0) + 1 from ingested_file", row => row.GetInt32(0))[0];
        (calls, nodes) = (database.Appender("stage_call"), database.Appender("stage_node"));
    }

    /// <summary>Calls that wait for a commit, of files that are ended.</summary>
    public long Waiting => ended.Sum(each => each.Read.Records);

    /// <summary>Of the files that were ingested to their ends before this run.</summary>
    public IReadOnlySet<string> Digests() => database.Query(
        "select digest from ingested_file where is_whole", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <returns>The number under which the file's calls are handed in.</returns>
    public int Begin() => nextFile++;

    public void Append(int file, CallEntry call)
    {
        var meter = meters.IdOf(new Meter(
            call.Account, call.Region, Endpoint.Runtime, call.ModelId, UsageSource.Calls, call.Tier));
        CallRows.Append(calls, (file, (int)(callsStaged++ / PartRows)), meter, call);
    }

    public void Append(int file, in ShapeNode node) =>
        CallRows.Append(nodes, (file, (int)(nodesStaged++ / PartRows)), node);

    /// <summary>The file is read: the next commit holds it.</summary>
    public void End(int file, Ingested read) => ended.Add((file, read));

    /// <summary>The file could not be read: what came of it is forgotten.</summary>
    public void Forget(int file)
    {
        Flush();
        database.Execute($"delete from stage_call where file_id = {file}");
        database.Execute($"delete from stage_node where file_id = {file}");
    }

    /// <summary>Adds all files that are ended, or none of them.</summary>
    public IngestTotal Commit()
    {
        if (ended.Count == 0)
        {
            return IngestTotal.Zero;
        }

        Dispose();
        fault?.Invoke("flushed");
        var added = IngestTotal.Zero;
        try
        {
            database.Transaction(() =>
            {
                AppendFiles();
                fault?.Invoke("files");
                EachPart("stage_node", AddNodes);
                fault?.Invoke("nodes");
                EachPart("stage_call", part => added += AddCalls(part));
                database.Execute(Resource.Text("Ingest/end_files.sql"));
                fault?.Invoke("calls");
            });
        }
        finally
        {
            (calls, nodes) = (database.Appender("stage_call"), database.Appender("stage_node"));
        }

        fault?.Invoke("committed");
        ended.Clear();
        return added;
    }

    private void EachPart(string table, Action<int> work)
    {
        var parts = database.Query(
            $"select distinct part from {table} semi join stage_file using (file_id) order by part",
            row => row.GetInt32(0));
        parts.ForEach(work);
    }

    private void AddNodes(int part) => database.Execute(OfPart("Ingest/add_nodes.sql", part));

    private IngestTotal AddCalls(int part)
    {
        database.Execute(OfPart("Ingest/find_calls.sql", part));
        var added = database.Query(OfPart("Ingest/new_calls.sql", part), row => new IngestTotal(
            row.GetInt64(0), row.GetInt64(1), UsageRows.TokensOf(row, 2)))[0];
        database.Execute(OfPart("Ingest/add_calls.sql", part));
        return added;
    }

    private static string OfPart(string name, int part) => Resource.Text(name).Replace(
        "$part", part.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public void Dispose()
    {
        calls.Dispose();
        nodes.Dispose();
    }

    /// <summary>An appender holds rows back until it is closed.</summary>
    private void Flush()
    {
        Dispose();
        (calls, nodes) = (database.Appender("stage_call"), database.Appender("stage_node"));
    }

    private void AppendFiles()
    {
        using var appender = database.Appender("stage_file");
        foreach (var (file, read) in ended)
        {
            appender.CreateRow().AppendValue(file).AppendValue(read.Digest).AppendValue(read.Place)
                .AppendValue(read.Compressed).AppendValue(read.Uncompressed).AppendValue(read.Records)
                .AppendValue(read.Rejected).AppendValue(read.IsWhole).AppendValue(read.IngestedAt.UtcDateTime).EndRow();
        }
    }
}
