using Assay.Reports;

namespace Assay.Outputs.Csv;

/// <summary>
/// One list of the report for a spreadsheet, after RFC 4180 but with <c>\n</c>. Columns are paths of the JSON form.
/// </summary>
internal sealed class CsvOutput : IReportOutput
{
    public string Name => "csv";

    public IReadOnlyList<string> Extensions => [".csv"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        switch (options.CsvTable)
        {
            case CsvTable.Models:
                CsvRows.Write(writer, ModelsCsv.Columns, report.Models);
                break;
            case CsvTable.Findings:
                CsvRows.Write(writer, FindingsCsv.Columns, report.Findings);
                break;
            case CsvTable.Workloads:
                CsvRows.Write(writer, WorkloadsCsv.Columns, report.Workloads);
                break;
            case CsvTable.Owners:
                CsvRows.Write(writer, OwnersCsv.Columns, report.Owners);
                break;
            case CsvTable.Series:
                CsvRows.Write(writer, SeriesCsv.Columns, report.Series);
                break;
            case CsvTable.Billed:
                CsvRows.Write(writer, BilledCsv.Columns, report.Billed?.Rows ?? []);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.CsvTable, "not a table of a report");
        }
    }
}
