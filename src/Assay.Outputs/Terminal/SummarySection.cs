using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>The first screen: at most 24 lines at 80 columns, with the blank one behind them.</summary>
internal static class SummarySection
{
    private const int Most = 23;
    private const int Margin = 10;
    private const int Numbering = 3;

    public static void Write(Report report, Page page)
    {
        foreach (var fact in Summary.Facts(report))
        {
            page.Beside(new Span(fact.Label, Tone.Dim), Margin, fact.Answer);
        }

        page.Heading("Do first", Summary.Savings(report));
        var whole = First(report, page.Width, isBrief: false);
        page.Add(page.Lines.Count + whole.Lines.Count > Most ? First(report, page.Width, isBrief: true) : whole);
    }

    private static Page First(Report report, int width, bool isBrief)
    {
        var (page, number) = (new Page(width), 0);
        foreach (var finding in Summary.First(report))
        {
            page.Beside(new Span($"{++number}", Tone.Strong), Numbering, FindingWords.Sentence(finding, isBrief));
        }

        return page;
    }
}
