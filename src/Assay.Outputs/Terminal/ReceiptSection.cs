using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>The small print: what the numbers stand on.</summary>
internal static class ReceiptSection
{
    private const int Margin = 10;

    public static void Write(Report report, Page page)
    {
        page.Heading("Stands on", "");
        foreach (var fact in Receipt.Facts(report))
        {
            page.Beside(new Span(fact.Label, Tone.Dim), Margin, fact.Answer);
        }
    }
}
