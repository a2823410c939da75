using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Markdown;

/// <summary>The report as GitHub-flavoured Markdown: for a pull request, a wiki, a chat.</summary>
internal sealed class MarkdownOutput : IReportOutput
{
    public string Name => "markdown";

    public IReadOnlyList<string> Extensions => [".md", ".markdown"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        var page = new MarkdownPage(writer);
        page.Block($"# Assay: {Md.Text(Title.Of(report))}");
        if (EmptyAccount.Is(report))
        {
            Empty(report, page);
        }
        else
        {
            First(report, page);
        }

        page.Tables(Sheets.BeforeFindings(report, options.Verbose), options.Verbose);
        MarkdownFindings.Write(report, page, options.Verbose);
        page.Tables(Sheets.AfterFindings(report, options.Verbose), options.Verbose);
        MarkdownNotes.Write(report, page, options.Verbose);
    }

    private static void First(Report report, MarkdownPage page)
    {
        page.Facts(Summary.Facts(report));
        page.Block("## Do first");
        page.Block(Md.Sentence(Summary.Savings(report)));
        page.Numbered(Summary.First(report).Select(finding => FindingWords.Sentence(finding)));
    }

    private static void Empty(Report report, MarkdownPage page)
    {
        page.Block(string.Join(' ', EmptyAccount.Words(report).Select(Md.Text)));
        page.Block("## Check");
        page.Bullets(EmptyAccount.Checks(report).Select(Md.Text));
    }
}
