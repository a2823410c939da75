using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>Calls of a meter or a workload in one hour of the day: a row of the queries of arrivals.</summary>
internal sealed record ArrivalRow(int Of, int Hour, long Calls, long Quiet, long Days)
{
    public static ArrivalRow Read(DuckDBDataReader row) =>
        new(row.GetInt32(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
}
