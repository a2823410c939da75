namespace Assay.Outputs;

/// <summary>Which list of a report becomes the CSV file: a CSV file holds one table.</summary>
public enum CsvTable
{
    Models,
    Findings,
    Workloads,
    Owners,
    Series,
    Billed,
}
