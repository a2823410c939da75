using Assay.Reports;
using Column = Assay.Outputs.Csv.CsvColumn<Assay.Reports.BilledRow>;

namespace Assay.Outputs.Csv;

internal static class BilledCsv
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Text("account", row => row.Account),
        Column.Text("model", row => row.Model),
        Column.Text("name", row => row.Name),
        Column.Text("what", row => row.What),
        Column.Money("billedUsd", row => row.BilledUsd),
        Column.Money("estimatedUsd", row => row.EstimatedUsd),
        Column.Money("differenceUsd", row => row.DifferenceUsd),
        Column.Text("why", row => row.Why),
    ];
}
