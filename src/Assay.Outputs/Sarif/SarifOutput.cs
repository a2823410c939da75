using Assay.Outputs.Json;
using Assay.Reports;

namespace Assay.Outputs.Sarif;

/// <summary>SARIF 2.1.0: what code scanning shows. A rule is a check, a result is a finding.</summary>
internal sealed class SarifOutput : IReportOutput
{
    public string Name => "sarif";

    public IReadOnlyList<string> Extensions => [".sarif"];

    public void Write(Report report, TextWriter writer, OutputOptions options) => JsonText.Write(
        writer,
        pen => pen.Object(() =>
        {
            pen.Text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            pen.Text("version", "2.1.0");
            pen.List("runs", [report], new SarifRun(pen).Write);
        }));
}
