using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>The first screen: at most 24 lines at 80 columns.</summary>
internal static class SummarySection
{
    private const int Margin = 10;
    private const int Numbering = 3;

    public static void Write(Report report, Page page)
    {
        foreach (var fact in Summary.Facts(report))
        {
            page.Beside(new Span(fact.Label, Tone.Dim), Margin, fact.Answer);
        }

        page.Heading("Do first", Summary.Savings(report));
        var number = 0;
        foreach (var finding in Summary.First(report))
        {
            page.Beside(new Span($"{++number}", Tone.Strong), Numbering, FindingWords.Sentence(finding));
        }
    }
}
