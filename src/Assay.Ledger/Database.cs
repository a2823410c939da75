using Assay.Diagnostics;
using Assay.Usage;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>The one owner of a DuckDB connection: opening it safely, running SQL, reading rows.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>
    /// Bytes of a block of a new file. Every column takes whole blocks, in memory too, and the tables have many columns
    /// and few rows; in DuckDB's own 256 KiB most of them would be zeros.
    /// </summary>
    private const int BlockSize = 1 << 16;

    private readonly DuckDBConnection connection;

    /// <param name="dataSource">A path, or <c>:memory:</c>.</param>
    /// <param name="readOnly">Refuses every write; the file must exist.</param>
    public Database(string dataSource, bool readOnly = false)
    {
        if (IsOther(dataSource))
        {
            throw new AssayException(
                ExitCode.NoResult,
                $"{dataSource} can't be opened as a ledger",
                "name a file made by assay, or one that does not exist yet, in a folder you may write to");
        }

        connection = new DuckDBConnection(
            $"Data Source={dataSource};" + (readOnly ? "ACCESS_MODE=READ_ONLY" : $"default_block_size={BlockSize}"));
        connection.Open();
        // Extensions are never fetched, and SQL of a user never reaches another file or the network.
        Execute("set autoinstall_known_extensions = false; set autoload_known_extensions = false;");
        if (dataSource != ":memory:" && !readOnly)
        {
            // What does not fit into memory goes beside the file; it must be said before the door is shut.
            var beside = (dataSource + ".tmp").Replace("'", "''", StringComparison.Ordinal);
            Execute($"set temp_directory = '{beside}';");
        }

        Execute("set enable_external_access = false;");
        Execute("set preserve_insertion_order = false; set memory_limit = '4GB';");
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Told(command.ExecuteNonQuery);
    }

    public DuckDBAppender Appender(string table) => connection.CreateAppender(table);

    public ChunkAppender Chunks(string table) => new(connection, table);

    /// <summary>Taken back when it is disposed of and was not committed.</summary>
    public DuckDBTransaction BeginTransaction() => connection.BeginTransaction();

    public void Transaction(Action work)
    {
        var transaction = connection.BeginTransaction();
        try
        {
            work();
            Commit(transaction);
        }
        finally
        {
            TakeBack(transaction);
        }
    }

    /// <exception cref="IOException">The disk is full, or can't be written.</exception>
    public static void Commit(DuckDBTransaction transaction) => Told(() =>
    {
        transaction.Commit();
        return 0;
    });

    /// <summary>Does nothing after a commit.</summary>
    /// <exception cref="IOException">The disk failed before, so that the database can't be used any more.</exception>
    public static void TakeBack(DuckDBTransaction transaction) => Told(() =>
    {
        transaction.Dispose();
        return 0;
    });

    public List<T> Query<T>(string sql, Func<DuckDBDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        return Told(() =>
        {
            using var reader = (DuckDBDataReader)command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        });
    }

    /// <summary>Rows as they come, none of them kept.</summary>
    public void Stream(string sql, Action<DuckDBDataReader> begin, Action<DuckDBDataReader> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using var reader = (DuckDBDataReader)command.ExecuteReader();
        begin(reader);
        while (reader.Read())
        {
            row(reader);
        }

        if (reader.NextResult())
        {
            throw new ArgumentException("there are several queries in one", nameof(sql));
        }
    }

    /// <summary>Rows as they come, by whole columns.</summary>
    public void Stream(string sql, Action<ChunkColumns, int> take) => Ledgers.Chunks.Stream(connection, sql, take);

    /// <summary>A query file over a window.</summary>
    public List<T> Query<T>(
        string name, Window window, Func<DuckDBDataReader, T> row, params (string Name, object Value)[] parameters) =>
        Within(Resource.Text($"Queries/{name}"), window, row, parameters);

    /// <summary>SQL that may name the edges of a window.</summary>
    public List<T> Within<T>(
        string sql, Window window, Func<DuckDBDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        (string Name, object Value)[] edges =
        [
            ("window_before", window.Previous.From.UtcDateTime), ("window_from", window.From.UtcDateTime),
            ("window_to", window.To.UtcDateTime),
        ];
        return Query(
            sql, row,
            [.. edges.Where(edge => sql.Contains("$" + edge.Name, StringComparison.Ordinal)), .. parameters]);
    }

    public void Dispose() => connection.Dispose();

    /// <summary>
    /// A file that is there and is no database. DuckDB looks at names too: one that ends in <c>.json</c> it would open
    /// as a table in memory, and what is written would be gone.
    /// </summary>
    private static bool IsOther(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return false;
            }

            // DuckDB's mark stands behind the checksum of its first block.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var head = new byte[12];
            var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return length > 0 && !head.AsSpan(8).SequenceEqual("DUCK"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // DuckDB says why.
            return false;
        }
    }

    /// <summary>
    /// A disk that is full is told as everything that writes tells it. A commit that fails has a kind of its own, so
    /// the words are looked at too.
    /// </summary>
    private static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDB.NET.Native.DuckDBErrorType.Io
            || e.Message.Contains("Could not write", StringComparison.Ordinal)
            || e.Message.Contains("No space left", StringComparison.Ordinal))
        {
            throw new IOException("the ledger can't be written", e);
        }
    }
}
