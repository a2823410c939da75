using System.Runtime.CompilerServices;
using Assay.Calls;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>
/// Takes the calls of files, several at a time and interleaved, into one transaction, and commits it when all of them
/// are ended: the ledger has whole files, or nothing of them. A call that the ledger holds already is not kept again.
/// One thread writes. Whatever goes wrong, <see cref="Dispose"/> takes back what was not committed.
/// </summary>
public sealed class CallWriter : IDisposable
{
    private readonly Database database;
    private readonly Meters meters;
    private readonly Action<string>? fault;
    private readonly NodeMemory written = new();
    private readonly Dictionary<int, long> begun = [];
    private readonly List<(int File, long Calls, Ingested Read)> ended = [];
    private readonly List<(string Place, string Version, long Bytes)> objects = [];
    private readonly (CallEntry? Call, int Meter)[] lastMeters = new (CallEntry?, int)[64];
    private readonly bool hadNodes;
    private CallTransaction? transaction;
    private int nextFile;

    /// <param name="fault">Called at every step with its name; a test throws there.</param>
    internal CallWriter(Database database, Meters meters, Action<string>? fault)
    {
        (this.database, this.meters, this.fault) = (database, meters, fault);
        // An ingest has bounds whatever the machine has; beyond them DuckDB works on the disk.
        database.Execute("set memory_limit = '96MB'; set threads = 1;");
        hadNodes = database.Query("select exists (select 1 from shape_node)", row => row.GetBoolean(0))[0];
        nextFile = database.Query("select coalesce(max(file_id), 0) + 1 from ingested_file", row => row.GetInt32(0))[0];
    }

    /// <summary>Calls that wait for a commit, of files that are ended.</summary>
    public long Waiting { get; private set; }

    /// <summary>A file is begun and not ended, so that nothing can be committed.</summary>
    public bool IsInFile => begun.Count > 0;

    /// <summary>Of the files that were ingested to their ends before this run.</summary>
    public IReadOnlySet<string> Digests() => database.Query(
        "select digest from ingested_file where is_whole", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Versions of objects that were read to their ends before this run.</summary>
    public KnownObjects Objects()
    {
        var known = new KnownObjects();
        foreach (var (place, etag, bytes) in database.Query(
            "select place, etag, bytes from ingested_object",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2))))
        {
            known.Add(place, etag, bytes);
        }

        return known;
    }

    /// <summary>A version of an object was read to its end, now or as a file of the same bytes.</summary>
    public void Know(string place, string version, long bytes) => objects.Add((place, version, bytes));

    /// <returns>The number under which the file's calls are handed in.</returns>
    public int Begin()
    {
        transaction ??= new CallTransaction(database);
        begun[nextFile] = 0;
        return nextFile++;
    }

    public void Append(int file, CallEntry call)
    {
        begun[file]++;
        transaction!.Append(file, MeterOf(call), call);
    }

    /// <summary>A file's calls are of few models, and a parser hands out one string for each.</summary>
    private int MeterOf(CallEntry call)
    {
        ref var last = ref lastMeters[RuntimeHelpers.GetHashCode(call.ModelId) & (lastMeters.Length - 1)];
        if (last.Call is not { } before || !ReferenceEquals(before.ModelId, call.ModelId)
            || !ReferenceEquals(before.Account, call.Account) || !ReferenceEquals(before.Region, call.Region)
            || before.Tier != call.Tier)
        {
            last = (call, meters.IdOf(new Meter(
                call.Account, call.Region, Endpoint.Runtime, call.ModelId, UsageSource.Calls, call.Tier)));
        }

        return last.Meter;
    }

    public void Append(ReadOnlySpan<ShapeNode> nodes)
    {
        written.Touch(nodes);
        foreach (ref readonly var node in nodes)
        {
            if (written.IsNew(node))
            {
                transaction!.Append(node);
            }
        }
    }

    /// <summary>The file is read: the next commit holds it.</summary>
    public void End(int file, Ingested read)
    {
        begun.Remove(file, out var calls);
        ended.Add((file, calls, read));
        Waiting += read.Records;
        if (read is { IsWhole: true, Version: { } version })
        {
            Know(read.Place, version, read.Compressed);
        }
    }

    /// <summary>
    /// The file could not be read on: its calls are forgotten. Its nodes stay, because another file may have met them
    /// since; a node that no call has tells nothing.
    /// </summary>
    public void Forget(int file)
    {
        begun.Remove(file);
        transaction!.RemoveCalls(file);
    }

    /// <summary>Adds all files that are ended, or none of them.</summary>
    /// <exception cref="InvalidOperationException">A file is not ended.</exception>
    public IngestTotal Commit()
    {
        if (IsInFile)
        {
            throw new InvalidOperationException("a file is not ended");
        }

        if (ended.Count == 0 && objects.Count == 0)
        {
            return IngestTotal.Zero;
        }

        transaction ??= new CallTransaction(database);
        transaction.Flush();
        fault?.Invoke("flushed");
        if (hadNodes || !written.IsExact)
        {
            transaction.RemoveRepeatedNodes();
        }

        fault?.Invoke("nodes");
        transaction.RemoveRepeatedCalls();
        fault?.Invoke("calls");
        var added = AppendFiles(transaction.Kept());
        AppendObjects();
        fault?.Invoke("files");
        transaction.Commit();
        transaction.Dispose();
        (transaction, Waiting) = (null, 0);
        ended.Clear();
        objects.Clear();
        fault?.Invoke("committed");
        return added;
    }

    public void Dispose()
    {
        if (transaction is not null)
        {
            transaction.Dispose();
            transaction = null;
            meters.Read();
        }
    }

    private void AppendObjects()
    {
        using var rows = database.Chunks("ingested_object");
        foreach (var (place, version, bytes) in objects)
        {
            rows.Add(place);
            rows.Add(version);
            rows.Add(bytes);
            rows.EndRow();
        }

        rows.Flush();
    }

    private IngestTotal AppendFiles(Dictionary<int, IngestTotal> kept)
    {
        var added = IngestTotal.Zero;
        using var appender = database.Appender("ingested_file");
        foreach (var (file, calls, read) in ended)
        {
            var total = kept.GetValueOrDefault(file, IngestTotal.Zero);
            total = total with { Duplicates = calls - total.Kept };
            added += total;
            appender.CreateRow().AppendValue(file).AppendValue(read.Digest).AppendValue(read.Place)
                .AppendValue(read.Compressed).AppendValue(read.Uncompressed).AppendValue(read.Records)
                .AppendValue(total.Kept).AppendValue(total.Duplicates).AppendValue(read.Rejected)
                .AppendValue(read.IsWhole).AppendValue(read.IngestedAt.UtcDateTime).EndRow();
        }

        return added;
    }
}
