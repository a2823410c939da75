using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>
/// The form for a person at a terminal: a first screen of answers, then tables, then what they stand on.
/// </summary>
internal sealed class TableOutput : IReportOutput
{
    private const int Narrowest = 60;

    public string Name => "table";

    public IReadOnlyList<string> Extensions => [".txt"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        var page = new Page(Math.Max(Narrowest, options.Width));
        page.Beside(new Span("Assay", Tone.Strong), 6, [Title.Of(report)]);
        page.Blank();
        if (EmptyAccount.Is(report))
        {
            EmptySection.Write(report, page);
        }
        else
        {
            SummarySection.Write(report, page);
        }

        Tables(report, page, options.Verbose);
        DiagnosticsSection.Write(report, page, options.Verbose);
        ReceiptSection.Write(report, page);
        Painter.Paint(page.Lines, writer, options.Color);
    }

    private static void Tables(Report report, Page page, bool verbose)
    {
        foreach (var sheet in Sheets.BeforeFindings(report, verbose))
        {
            page.Table(sheet, verbose);
        }

        FindingsSection.Write(report, page, verbose);
        foreach (var sheet in Sheets.AfterFindings(report, verbose))
        {
            page.Table(sheet, verbose);
        }
    }
}
