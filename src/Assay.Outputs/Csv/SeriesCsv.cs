using Column = Assay.Outputs.Csv.CsvColumn<Assay.Reports.SeriesRow>;

namespace Assay.Outputs.Csv;

internal static class SeriesCsv
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Time("ts", row => row.Ts),
        Column.Text("account", row => row.Account),
        Column.Text("region", row => row.Region),
        Column.Text("modelId", row => row.ModelId),
        Column.Text("owner", row => row.Owner),
        Column.Money("costUsd", row => row.CostUsd),
        Column.Tokens("input", row => row.Input),
        Column.Tokens("output", row => row.Output),
        Column.Tokens("cacheRead", row => row.CacheRead),
        Column.Tokens("cacheWrite", row => row.CacheWrite),
        Column.Number("invocations", row => row.Invocations),
    ];
}
