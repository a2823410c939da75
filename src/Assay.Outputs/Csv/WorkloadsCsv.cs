using Column = Assay.Outputs.Csv.CsvColumn<Assay.Reports.WorkloadRow>;

namespace Assay.Outputs.Csv;

internal static class WorkloadsCsv
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Text("id", row => row.Id),
        Column.Text("name", row => row.Name),
        Column.Text("owner", row => row.Owner),
        Column.Text("model", row => row.Model),
        Column.Number("calls", row => row.Calls),
        Column.Number("conversations", row => row.Conversations),
        Column.Tokens("tokens.input", row => row.Tokens?.Input),
        Column.Tokens("tokens.output", row => row.Tokens?.Output),
        Column.Tokens("tokens.cacheRead", row => row.Tokens?.CacheRead),
        Column.Tokens("tokens.cacheWrite5m", row => row.Tokens?.CacheWrite5m),
        Column.Tokens("tokens.cacheWrite1h", row => row.Tokens?.CacheWrite1h),
        Column.Tokens("tokens.cacheWrite30m", row => row.Tokens?.CacheWrite30m),
        Column.Tokens("tokens.cacheWriteUnknownTtl", row => row.Tokens?.CacheWriteUnknownTtl),
        Column.Money("costUsd", row => row.CostUsd),
    ];
}
