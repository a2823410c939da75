using Assay.Findings;
using Assay.Outputs.Format;

namespace Assay.Outputs.Content;

/// <summary>A finding in words.</summary>
internal static class FindingWords
{
    /// <summary>Three lines of a narrow terminal, less what words at their ends leave.</summary>
    private const int SentenceOnFirstScreen = 215;

    /// <summary>Two lines of a narrow terminal.</summary>
    private const int BriefSentence = 148;
    private const int ShortestTitle = 60;

    /// <summary>
    /// What mending it saves and what is wrong, as one sentence; the whole title is with the findings.
    /// </summary>
    /// <param name="isBrief">For a first screen that would not fit otherwise.</param>
    public static IReadOnlyList<Span> Sentence(Finding finding, bool isBrief = false)
    {
        var saves = finding.Saving is { } saving ? SavingWords.InSequence(saving) + ":" : "";
        var room = Math.Max(ShortestTitle, (isBrief ? BriefSentence : SentenceOnFirstScreen) - saves.Length);
        var title = Brief.Sentence(finding.Title.Trim().TrimEnd('.'), room);
        return saves.Length > 0 ? [new(saves, Tone.Good), title] : [title];
    }

    /// <summary>The remedy, or its first line.</summary>
    public static string ToDo(Finding finding, bool whole) =>
        whole ? finding.Remedy.Text : finding.Remedy.Text.Split('\n')[0].Trim();

    /// <summary>The rule and the place, which the title need not say.</summary>
    public static string Place(Finding finding, bool sayAccount) =>
        $"({finding.Check} · {finding.Subject.Region}{(sayAccount ? " · " + finding.Subject.Account : "")}"
        + (finding.Owner is { } owner ? $" · {owner})" : ")");

    public static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.High => Tone.Bad,
        Severity.Medium => Tone.Warning,
        _ => Tone.Dim,
    };
}
