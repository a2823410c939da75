using System.Globalization;
using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Tests.Support;

namespace Assay.Tests.Proofs;

/// <summary>
/// Every lever that makes calls again has calls in its folder (<c>calls.jsonl</c>: a token trace or a log) and what it
/// says of them (<c>calls.expected.txt</c>). Dollars are of the calls' hours, as a month.
/// </summary>
/// <remarks>
/// By hand, at $3 in, $15 out, $3.75 to write and $0.30 to read a million, an hour being 1/720 of a month: talk sends
/// 19,500 tokens ($0.0585), cached it writes 4,500 and reads 15,000 ($0.021375): 0.037125 × 720 = 26.73. Of faq eight
/// calls of $0.006 repeat within a day and four within an hour, in six hours: 5.76 and 2.88. The tail is 4,880 tokens:
/// 52.704; asked for again, its 500 tokens and the cap of 120 are paid for nothing: 0.0033 × 720 = 2.376. Essays are 4
/// × 800 above the target: 17.28 for half of it. The geographic price is a tenth more: 1.62. Half of 4,000 tokens
/// define the tool nobody uses: 4.32. Ten turns drop 600 tokens, five 5,600: 1.296 and 12.096. Four prompts of 2,000
/// tokens hold their one text twice: 4,000 tokens, 8.64.
/// The writer's ten calls cost $0.12, on Haiku 5.5 at $0.10 and $0.50 $0.004: asked twice and a fifth, a tenth or three
/// tenths again of Sonnet, 0.12 − 0.008 − 0.024 = 0.088, 0.1 and 0.076 an hour: 63.36, 72 and 54.72. The nightly jobs are
/// 12 calls in 65 hours: 12 · $0.00112 on Nova Pro, 12 · $0.00165 on Haiku 4.5, half at flex and in batch: 0.0744, 0.1097.
/// </remarks>
public sealed class CallExampleTests
{
    public static TheoryData<string> Ids => [.. Lever.All.Where(lever => lever.OfCalls.Count > 0).Select(lever => lever.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task A_lever_says_of_its_calls_what_its_folder_expects(string id)
    {
        var folder = FolderOf(id);
        var report = await Proved.ReportAsync([Path.Combine(folder, "calls.jsonl")]);
        var said = report.Findings.Where(finding => finding.Lever == id).Select(Say).Order(StringComparer.Ordinal);
        var expected = Path.Combine(folder, "calls.expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(expected, string.Join("\n", said) + "\n");
        }

        Assert.Equal((await File.ReadAllTextAsync(expected)).TrimEnd().Split('\n'), string.Join("\n", said).Split('\n'));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Each_of_its_calls_remedies_speaks_and_each_finding_can_be_acted_on(string id)
    {
        var report = await Proved.ReportAsync([Path.Combine(FolderOf(id), "calls.jsonl")]);
        var findings = report.Findings.Where(finding => finding.Lever == id).ToList();
        Assert.NotEmpty(findings);
        Assert.True(findings.Select(finding => finding.Subject.Workload).Distinct().Count() < report.Workloads.Count
            || id == "context-trim", "a workload on which it is silent is missing");
        Assert.All(findings, finding =>
        {
            Assert.Contains(finding.Title, char.IsAsciiDigit);
            Assert.NotNull(finding.Owner);
            Assert.NotNull(finding.Effort);
            Assert.Equal($"{finding.Check}/{finding.Subject.Workload}", finding.Id);
            Assert.StartsWith($"assay replay --ledger FILE --lever {id}", finding.Verify, StringComparison.Ordinal);
            Assert.NotEmpty(finding.Remedy.Snippets);
            Assert.DoesNotContain(finding.Remedy.Snippets, snippet => snippet.Code.Contains("{{", StringComparison.Ordinal));
            Assert.NotEmpty(finding.Saving!.Assumptions);
        });
    }

    private static string FolderOf(string id) => Repository.At(
        "src/Assay.Analysis/Levers/" + Lever.All.Single(lever => lever.Id == id).GetType().Name[..^"Lever".Length]);

    private static string Say(Finding finding)
    {
        var saving = finding.Saving!;
        return $"{finding.Check} | {finding.Subject.Workload} | " + string.Create(
                CultureInfo.InvariantCulture,
                $"{saving.Standalone.Low.Amount:0.0000} {saving.Standalone.Expected.Amount:0.0000} {saving.Standalone.High.Amount:0.0000} {saving.Evidence}")
            + (saving.Needs is { } setting ? $" needs {setting}" : "") + $" | {finding.Title} | {finding.Reason}";
    }
}
