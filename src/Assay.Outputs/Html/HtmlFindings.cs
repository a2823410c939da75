using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Html;

/// <summary>Every finding; what is longer than a glance is folded in.</summary>
internal static class HtmlFindings
{
    public static void Write(Report report, HtmlPage page)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        var sayAccount = report.Coverage.Accounts.Count > 1;
        page.Section("Findings", "", () =>
        {
            foreach (var finding in report.Findings)
            {
                One(finding, Anchor(report.Findings, finding), sayAccount, page);
            }
        });
    }

    /// <summary>Where a finding stands on the page. Its id is text of the account and would not do.</summary>
    public static string Anchor(IReadOnlyList<Finding> findings, Finding finding)
    {
        var at = findings.Index().First(each => ReferenceEquals(each.Item, finding)).Index;
        return "finding-" + Exact.Number(at + 1);
    }

    private static IReadOnlyList<Span> Saves(Saving saving) => SavingWords.Alone(saving) is { } alone
        ? [new(SavingWords.InSequence(saving) + ";", Tone.Good), alone]
        : [new(SavingWords.InSequence(saving), Tone.Good)];

    private static void One(Finding finding, string anchor, bool sayAccount, HtmlPage page)
    {
        var severity = Exact.Word(finding.Severity);
        page.Line($"<article id=\"{anchor}\">");
        page.Line($"<h3><span class=\"severity {severity}\">{severity}</span> {Markup.Text(finding.Title)}</h3>");
        page.Line($"<p class=\"note\">{Markup.Text(FindingWords.Place(finding, sayAccount).Trim('(', ')'))}</p>");
        page.Facts(
        [
            .. finding.Saving is { } saving
                ? [new Fact("saves", Saves(saving))]
                : finding.Lever is not null ? [new Fact("saves", ["unknown: no price is known"])]
                : finding.ConcernsUsd is { } concerned ? [new Fact("spend", [SavingWords.Concerned(concerned)])]
                : Array.Empty<Fact>(),
            new Fact("do", [FindingWords.ToDo(finding, whole: true)]),
        ]);
        page.Line("<details>");
        page.Line("<summary>Why, what it assumes, code, how to check it</summary>");
        page.Line($"<p>{Markup.Text(finding.Reason)}</p>");
        if (finding.Saving?.Assumptions is { Count: > 0 } assumptions)
        {
            page.Bullets(assumptions.Select(each => "assumes: " + each));
        }

        foreach (var snippet in finding.Remedy.Snippets)
        {
            page.Line($"<p class=\"note\">{Markup.Text(snippet.Language)}</p>");
            page.Line(Markup.Code(snippet.Code));
        }

        page.Line("<p class=\"note\">check it</p>");
        page.Line(Markup.Code(finding.Verify));
        page.Line($"<p class=\"note\">id: {Markup.Text(finding.Id)}</p>");
        page.Line("</details>");
        page.Line("</article>");
    }
}
