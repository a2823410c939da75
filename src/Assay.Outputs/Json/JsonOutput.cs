using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>
/// <c>assay.report/1</c>: what scripts, CI jobs and agents read. See docs/schemas/assay.report.1.schema.json.
/// </summary>
internal sealed class JsonOutput : IReportOutput
{
    public string Name => "json";

    public IReadOnlyList<string> Extensions => [".json"];

    public void Write(Report report, TextWriter writer, OutputOptions options) =>
        JsonText.Write(writer, pen => new ReportJson(pen).Write(report));
}
