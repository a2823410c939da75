using Assay.Outputs.Csv;
using Assay.Outputs.Html;
using Assay.Outputs.JUnit;
using Assay.Outputs.Json;
using Assay.Outputs.Markdown;
using Assay.Outputs.Prometheus;
using Assay.Outputs.Sarif;
using Assay.Outputs.Terminal;

namespace Assay.Outputs;

/// <summary>Every form a report can take.</summary>
public static class Output
{
    public static IReadOnlyList<IReportOutput> All { get; } =
    [
        new TableOutput(), new JsonOutput(), new CsvOutput(), new MarkdownOutput(), new HtmlOutput(), new SarifOutput(),
        new JUnitOutput(), new PrometheusOutput(),
    ];

    /// <summary>The form that <c>--format</c> names; null where there is none.</summary>
    public static IReportOutput? Named(string name) =>
        All.FirstOrDefault(output => string.Equals(output.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The form that a file's extension means; null where it means none.</summary>
    public static IReportOutput? ForFile(string path) =>
        All.FirstOrDefault(
            output => output.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
