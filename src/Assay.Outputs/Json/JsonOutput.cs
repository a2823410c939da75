using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>
/// <c>assay.report/1</c>: what scripts, CI jobs and agents read. See docs/schemas/assay.report.1.schema.json.
/// </summary>
internal sealed class JsonOutput : IReportOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "json";

    public IReadOnlyList<string> Extensions => [".json"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new ReportJson(new JsonPen(json)).Write(report);
        }

        writer.Write(JsonText.WithoutHidden(Encoding.UTF8.GetString(buffer.WrittenSpan)));
        writer.Write('\n');
    }
}
