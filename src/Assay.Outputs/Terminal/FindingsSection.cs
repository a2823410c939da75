using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>Every finding: how much it matters, what it is, what it saves, what to do, how to check it.</summary>
internal static class FindingsSection
{
    private const int Margin = 8;

    public static void Write(Report report, Page page, bool verbose)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        page.Heading("Findings", verbose ? "" : "-v adds reasons, assumptions, code to paste and the other checks");
        var sayAccount = report.Coverage.Accounts.Count > 1;
        var first = true;
        foreach (var finding in report.Findings)
        {
            if (!first)
            {
                page.Blank();
            }

            first = false;
            Head(finding, page, sayAccount);
            Labelled(page, "do", [FindingWords.ToDo(finding, whole: verbose)]);
            Details(finding, page, verbose);
            if (verbose || finding.Severity == Severity.High)
            {
                page.Command(new Span("verify", Tone.Dim), Margin, finding.Verify);
            }
        }
    }

    private static void Head(Finding finding, Page page, bool sayAccount)
    {
        var severity = new Span(Exact.Word(finding.Severity), FindingWords.ToneOf(finding.Severity));
        var place = new Span(FindingWords.Place(finding, sayAccount), Tone.Dim);
        page.Beside(severity, Margin, [new(finding.Title, Tone.Strong), place]);
        if (finding is { Saving: { } saving })
        {
            var alone = SavingWords.Alone(saving) is { } usd ? $"; {usd}" : "";
            Labelled(page, "saves", [new(SavingWords.InSequence(saving) + alone, Tone.Good)]);
        }
        else if (finding.Lever is not null)
        {
            Labelled(page, "saves", [new("unknown: no price is known", Tone.Dim)]);
        }
        else if (finding.ConcernsUsd is { } concerned)
        {
            Labelled(page, "spend", [SavingWords.Concerned(concerned)]);
        }
    }

    private static void Details(Finding finding, Page page, bool verbose)
    {
        if (!verbose)
        {
            return;
        }

        Labelled(page, "id", [finding.Id]);
        Labelled(page, "because", [finding.Reason]);
        foreach (var assumption in finding.Saving?.Assumptions ?? [])
        {
            Labelled(page, "assumes", [assumption]);
        }

        foreach (var snippet in finding.Remedy.Snippets)
        {
            Labelled(page, "code", [snippet.Language]);
            page.Code(Margin + 2, snippet.Code);
        }
    }

    private static void Labelled(Page page, string label, IReadOnlyList<Span> text) =>
        page.Beside(new Span(label, Tone.Dim), Margin, text);
}
