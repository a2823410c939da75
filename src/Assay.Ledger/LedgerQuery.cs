using System.Globalization;
using Assay.Diagnostics;
using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>
/// A ledger opened for questions only: it can't be written, and a query reaches no other file, no network and no
/// extension.
/// </summary>
public sealed class LedgerQuery : IDisposable
{
    private readonly Database database;

    private LedgerQuery(Database database) => this.database = database;

    /// <exception cref="AssayException">The file is no ledger, is of a later version, or is in use.</exception>
    public static LedgerQuery Open(string path, string createdBy)
    {
        // Opened for writing first, so that a ledger of an earlier version has the tables that queries may name.
        Ledger.Open(path, createdBy).Dispose();
        var opened = new Database(path, readOnly: true);
        opened.Execute("set lock_configuration = true");
        return new LedgerQuery(opened);
    }

    /// <summary>Runs one query.</summary>
    /// <param name="columns">Takes the names of the columns, once.</param>
    /// <param name="row">Takes each row; an unknown is null.</param>
    /// <exception cref="AssayException">The query is wrong, or would do more than ask.</exception>
    public void Run(
        string sql, Action<IReadOnlyList<string>> columns, Action<IReadOnlyList<object?>> row, CancellationToken cancel)
    {
        try
        {
            database.Stream(
                sql,
                reader => columns([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]),
                reader =>
                {
                    cancel.ThrowIfCancellationRequested();
                    row([.. Enumerable.Range(0, reader.FieldCount).Select(i => Value(reader, i))]);
                });
        }
        catch (ArgumentException e)
        {
            throw new AssayException(ExitCode.Usage, e.Message, "ask one query at a time");
        }
        catch (DuckDBException e)
        {
            throw new AssayException(
                ExitCode.Usage,
                e.Message.ReplaceLineEndings(" ").Trim(),
                "tables and views are described in docs/ledger.md; `show tables` lists them");
        }
    }

    public void Dispose() => database.Dispose();

    /// <summary>Numbers and truths as they are, times as ISO 8601 in UTC, everything else as text.</summary>
    private static object? Value(DuckDBDataReader reader, int i)
    {
        if (reader.IsDBNull(i))
        {
            return null;
        }

        return reader.GetValue(i) switch
        {
            DateTime time => time.TimeOfDay == TimeSpan.Zero
                ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float
                or System.Numerics.BigInteger => reader.GetValue(i),
            System.Collections.IEnumerable list and not string =>
                "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
            var other => Text(other),
        };
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
