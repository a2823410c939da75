using DuckDB.NET.Data;

namespace Assay.Ledgers;

/// <summary>Reads columns by place; a null stays a null.</summary>
internal static class Row
{
    public static string? Text(this DuckDBDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static long? Long(this DuckDBDataReader row, int i) => row.IsDBNull(i) ? null : row.GetInt64(i);

    public static decimal? Decimal(this DuckDBDataReader row, int i) => row.IsDBNull(i) ? null : row.GetDecimal(i);

    public static bool? Bool(this DuckDBDataReader row, int i) => row.IsDBNull(i) ? null : row.GetBoolean(i);

    public static DateTimeOffset Time(this DuckDBDataReader row, int i) =>
        new(DateTime.SpecifyKind(row.GetDateTime(i), DateTimeKind.Utc));

    public static DateTimeOffset? TimeOrNull(this DuckDBDataReader row, int i) => row.IsDBNull(i) ? null : row.Time(i);
}
