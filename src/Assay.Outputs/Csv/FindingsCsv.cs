using Assay.Findings;
using Column = Assay.Outputs.Csv.CsvColumn<Assay.Findings.Finding>;

namespace Assay.Outputs.Csv;

internal static class FindingsCsv
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Text("id", finding => finding.Id),
        Column.Text("lever", finding => finding.Lever),
        Column.Text("check", finding => finding.Check),
        Column.Word<Severity>("severity", finding => finding.Severity),
        Column.Text("subject.account", finding => finding.Subject.Account),
        Column.Text("subject.region", finding => finding.Subject.Region),
        Column.Text("subject.modelId", finding => finding.Subject.ModelId),
        Column.Text("subject.workload", finding => finding.Subject.Workload),
        Column.Text("subject.resource", finding => finding.Subject.Resource),
        Column.Text("owner", finding => finding.Owner),
        Column.Text("title", finding => finding.Title),
        Column.Text("reason", finding => finding.Reason),
        .. Column.Range("saving.standalone", finding => finding.Saving?.Standalone),
        .. Column.Range("saving.inSequence", finding => finding.Saving?.InSequence),
        Column.Time("saving.availableFrom", finding => finding.Saving?.AvailableFrom),
        Column.Text("saving.needs", finding => finding.Saving?.Needs),
        Column.Word<Evidence>("saving.evidence", finding => finding.Saving?.Evidence),
        Column.Texts("saving.assumptions", finding => finding.Saving?.Assumptions ?? []),
        Column.Money("concernsUsd", finding => finding.ConcernsUsd),
        Column.Text("effort", finding => finding.Effort?.ToString().ToLowerInvariant()),
        Column.Text("remedy.text", finding => finding.Remedy.Text),
        Column.Text("verify", finding => finding.Verify),
    ];
}
