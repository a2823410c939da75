using DuckDB.NET.Native;

namespace Assay.Ledgers;

/// <summary>The columns of one chunk. None may hold a null: a null's place holds whatever was there before.</summary>
internal readonly struct ChunkColumns(DuckDBDataChunk chunk)
{
    /// <summary>Copies a column of 64-bit numbers.</summary>
    public void Copy(int column, int rows, Span<long> into) => Values<long>(column, rows).CopyTo(into);

    /// <summary>Copies a column of 32-bit numbers.</summary>
    public void Copy(int column, int rows, Span<int> into) => Values<int>(column, rows).CopyTo(into);

    private unsafe ReadOnlySpan<T> Values<T>(int column, int rows)
        where T : unmanaged =>
        new(NativeMethods.Vectors.DuckDBVectorGetData(
            NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column)), rows);
}
