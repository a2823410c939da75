using System.Buffers.Binary;
using System.Text;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Assay.Ledgers;

/// <summary>
/// Rows into a table by whole columns, as DuckDB holds them: values are written into the memory of a chunk, and the
/// chunk is handed over when it is full. Columns are added in the table's order, each with the type of its column.
/// </summary>
internal sealed unsafe class ChunkAppender : IDisposable
{
    /// <summary>Rows that DuckDB's appender may hold back before they are part of the table.</summary>
    private const int MostHeldBack = 32 * Chunks.MostRows;

    /// <summary>Texts up to so many bytes lie in the column itself: their length in four bytes, then they.</summary>
    private const int Inlined = 12;

    private readonly DuckDB.NET.Native.DuckDBAppender appender;
    private readonly DuckDBDataChunk chunk;
    private readonly DuckDBType[] types;
    private readonly nint[] vectors;
    private readonly nint[] data;
    private readonly nint[] validity;
    private byte[] text = new byte[1 << 10];
    private int rows;
    private int column;
    private int heldBack;

    public ChunkAppender(DuckDBConnection connection, string table)
    {
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, null!, table, out appender));
        var count = (int)NativeMethods.Appender.DuckDBAppenderColumnCount(appender);
        var logical = Enumerable.Range(0, count)
            .Select(i => NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i)).ToArray();
        types = [.. logical.Select(NativeMethods.LogicalType.DuckDBGetTypeId)];
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
            [.. logical.Select(each => each.DangerousGetHandle())], (ulong)count);
        Array.ForEach(logical, each => each.Dispose());
        (vectors, data, validity) = (new nint[count], new nint[count], new nint[count]);
        Locate();
    }

    public void Add(long value) => *(long*)Place(DuckDBType.BigInt, sizeof(long)) = value;

    public void Add(long? value)
    {
        if (value is { } known)
        {
            Add(known);
        }
        else
        {
            AddNull();
        }
    }

    public void Add(int value) => *(int*)Place(DuckDBType.Integer, sizeof(int)) = value;

    public void Add(int? value)
    {
        if (value is { } known)
        {
            Add(known);
        }
        else
        {
            AddNull();
        }
    }

    public void Add(bool value) => *(bool*)Place(DuckDBType.Boolean, sizeof(bool)) = value;

    /// <param name="place">Of a word among those of the column's type, which are 256 at most.</param>
    public void AddWord(int place) => *(byte*)Place(DuckDBType.Enum, sizeof(byte)) = (byte)place;

    public void Add(DateTimeOffset value) => *(long*)Place(DuckDBType.Timestamp, sizeof(long)) =
        (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>A UUID is a number of 128 bits with its first bit turned, so that numbers sort as texts do.</summary>
    public void Add(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var into = (ulong*)Place(DuckDBType.Uuid, 2 * sizeof(ulong));
        into[0] = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        into[1] = BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ (1UL << 63);
    }

    public void Add(string? value)
    {
        if (value is null)
        {
            AddNull();
            return;
        }

        var at = column;
        var into = (byte*)Place(DuckDBType.Varchar, sizeof(int) + Inlined);
        if (value.Length * 3 > text.Length)
        {
            text = new byte[value.Length * 3];
        }

        var length = Encoding.UTF8.GetBytes(value, text);
        if (length <= Inlined)
        {
            *(int*)into = length;
            var inline = new Span<byte>(into + sizeof(int), Inlined);
            inline.Clear();
            text.AsSpan(0, length).CopyTo(inline);
            return;
        }

        fixed (byte* bytes = text)
        {
            // What .NET encodes is UTF-8, so it need not be checked again.
            NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(vectors[at], (ulong)rows, bytes, length);
        }
    }

    public void EndRow()
    {
        if (column != types.Length)
        {
            throw new InvalidOperationException($"a row has {types.Length} columns, not {column}");
        }

        (column, rows) = (0, rows + 1);
        if (rows == Chunks.MostRows)
        {
            HandOver();
            if (heldBack >= MostHeldBack)
            {
                Flush();
            }
        }
    }

    /// <summary>Every row that was ended is part of the table.</summary>
    public void Flush()
    {
        HandOver();
        Check(NativeMethods.Appender.DuckDBAppenderFlush(appender));
        heldBack = 0;
    }

    /// <summary>Leaves rows behind that were not flushed.</summary>
    public void Dispose()
    {
        NativeMethods.Appender.DuckDBAppenderClear(appender);
        chunk.Dispose();
        appender.Dispose();
    }

    private void AddNull()
    {
        if (validity[column] == 0)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vectors[column]);
            validity[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vectors[column]);
        }

        ((ulong*)validity[column])[rows / 64] &= ~(1UL << (rows % 64));
        column++;
    }

    private void* Place(DuckDBType type, int width) => types[column] == type
        ? (byte*)data[column++] + ((nint)width * rows)
        : throw new InvalidOperationException($"column {column} is of type {types[column]}, not {type}");

    private void HandOver()
    {
        if (rows > 0)
        {
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
            Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk));
            NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
            heldBack += rows;
            rows = 0;
            Locate();
        }
    }

    private void Locate()
    {
        for (var i = 0; i < types.Length; i++)
        {
            vectors[i] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            data[i] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vectors[i]);
            validity[i] = 0;
        }
    }

    private void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
            throw NativeMethods.ErrorData.DuckDBErrorDataErrorType(error) is DuckDBErrorType.Io
                ? new IOException("the ledger can't be written")
                : new InvalidOperationException(error.Message);
        }
    }
}
