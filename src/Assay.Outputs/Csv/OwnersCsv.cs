using Assay.Reports;
using Column = Assay.Outputs.Csv.CsvColumn<Assay.Reports.OwnerRow>;

namespace Assay.Outputs.Csv;

internal static class OwnersCsv
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Text("owner", row => row.Owner),
        Column.Word<OwnerChannel>("channel", row => row.Channel),
        Column.Money("costUsd", row => row.CostUsd),
        Column.Number("share", row => row.Share?.Value),
    ];
}
