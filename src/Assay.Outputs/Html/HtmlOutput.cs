using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Html;

/// <summary>
/// One page that needs nothing else: no script, no font, no picture, no address. Its policy forbids a browser to load
/// any, so that text of the account could not either.
/// </summary>
internal sealed class HtmlOutput : IReportOutput
{
    public string Name => "html";

    public IReadOnlyList<string> Extensions => [".html", ".htm"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        var page = new HtmlPage(writer);
        page.Begin("Assay " + Title.Of(report));
        if (EmptyAccount.Is(report))
        {
            Empty(report, page);
        }
        else
        {
            First(report, page);
        }

        page.Tables(Sheets.BeforeFindings(report, options.Verbose), options.Verbose);
        HtmlFindings.Write(report, page);
        page.Tables(Sheets.AfterFindings(report, options.Verbose), options.Verbose);
        HtmlNotes.Write(report, page, options.Verbose);
        page.End();
    }

    private static void First(Report report, HtmlPage page)
    {
        page.Line("<section>");
        page.Facts(Summary.Facts(report));
        page.Line("</section>");
        page.Section("Do first", Summary.Savings(report), () =>
        {
            page.Line("<ol>");
            foreach (var finding in Summary.First(report))
            {
                var at = HtmlFindings.Anchor(report.Findings, finding);
                page.Line($"<li><a href=\"#{at}\">{Markup.Text(FindingWords.Sentence(finding))}</a></li>");
            }

            page.Line("</ol>");
        });
    }

    private static void Empty(Report report, HtmlPage page)
    {
        page.Line($"<section><p>{Markup.Text(string.Join(' ', EmptyAccount.Words(report)))}</p></section>");
        page.Section("Check", "before you believe it", () => page.Bullets(EmptyAccount.Checks(report)));
    }
}
