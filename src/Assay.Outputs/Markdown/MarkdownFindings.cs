using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Markdown;

/// <summary>Every finding as a section of its own.</summary>
internal static class MarkdownFindings
{
    public static void Write(Report report, MarkdownPage page, bool verbose)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        page.Block("## Findings");
        foreach (var finding in report.Findings)
        {
            page.Block($"### {Exact.Word(finding.Severity)}: {Md.Text(finding.Title)}");
            page.Block(Md.Text(FindingWords.Place(finding, report.Coverage.Accounts.Count > 1)));
            page.Bullets(Lines(finding, verbose));
            Code(finding, page, verbose);
        }
    }

    private static IEnumerable<string> Lines(Finding finding, bool verbose)
    {
        if (finding.Lever is not null || finding.Saving is not null)
        {
            yield return $"saves: {Saving(finding)}";
        }
        else if (finding.ConcernsUsd is { } concerned)
        {
            yield return $"spend: {Md.Text(SavingWords.Concerned(concerned))}";
        }

        yield return $"do: {Md.Text(FindingWords.ToDo(finding, whole: verbose))}";
        if (verbose)
        {
            yield return $"id: {Md.Text(finding.Id)}";
            yield return $"because: {Md.Text(finding.Reason)}";
            foreach (var assumption in finding.Saving?.Assumptions ?? [])
            {
                yield return $"assumes: {Md.Text(assumption)}";
            }
        }

        yield return $"verify: {Md.Code(finding.Verify)}";
    }

    private static string Saving(Finding finding) => finding.Saving is not { } saving
        ? "unknown, no price"
        : $"**{Md.Text(SavingWords.InSequence(saving))}**"
            + (SavingWords.Alone(saving) is { } alone ? "; " + alone : "");

    private static void Code(Finding finding, MarkdownPage page, bool verbose)
    {
        foreach (var snippet in verbose ? finding.Remedy.Snippets : [])
        {
            var fence = Md.Fence(snippet.Code);
            if (snippet.Language.Split('-') is ["json", var when])
            {
                page.Block($"The request {when}:");
            }

            page.Block([fence + Language(snippet), .. Safe.Lines(snippet.Code), fence]);
        }
    }

    /// <summary>As fences know it: what stands behind a dash says which body it is.</summary>
    private static string Language(Snippet snippet) =>
        string.Concat(snippet.Language.Split('-')[0].Where(char.IsAsciiLetterOrDigit));
}
