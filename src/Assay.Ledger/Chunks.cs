using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Assay.Ledgers;

/// <summary>
/// Rows of a query by whole columns, as DuckDB holds them: a copy of memory a column and chunk, where reading value by
/// value costs more than the query.
/// </summary>
internal static class Chunks
{
    /// <summary>Rows that a chunk holds at most.</summary>
    public const int MostRows = 2048;

    /// <param name="take">Is given the columns of a chunk, and how many rows there are; they are gone after it.</param>
    public static void Stream(DuckDBConnection connection, string sql, Action<ChunkColumns, int> take)
    {
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out var statement);
        using (statement)
        {
            if (state != DuckDBState.Success)
            {
                throw new InvalidOperationException(NativeMethods.PreparedStatements.DuckDBPrepareError(statement));
            }

            state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            try
            {
                while (state == DuckDBState.Success)
                {
                    using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
                    var rows = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
                    if (rows == 0)
                    {
                        break;
                    }

                    take(new ChunkColumns(chunk), rows);
                }

                if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 } error)
                {
                    throw new InvalidOperationException(error);
                }
            }
            finally
            {
                NativeMethods.Query.DuckDBDestroyResult(ref result);
            }
        }
    }
}
