using Assay.Diagnostics;
using Assay.Outputs.Support;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs;

public sealed class FirstScreenTests
{
    private const int Lines = 24;

    [Fact]
    public void It_fits_a_small_terminal() => Assert.InRange(FirstScreen(Some.Report()).Count, 1, Lines);

    [Fact]
    public void It_fits_a_small_terminal_when_everything_is_long_and_missing()
    {
        var report = Some.Report(
            findings: [
                .. SomeFindings.All()
                    .Select(finding => finding with { Title = string.Join(' ', Enumerable.Repeat("lengthy", 60)) })]);
        var name = new string('x', 200);
        report = report with
        {
            Owners =
                [.. Enumerable.Range(0, 9)
                    .Select(i => new OwnerRow(name + i, OwnerChannel.Profile, new(100 + i), new Share(0.01m)))],
            Totals = report.Totals with
            {
                BilledUsd = new(15_000),
                Unpriced =
                    [.. Enumerable.Range(0, 9)
                        .Select(i => new UnpricedRow(name + i, "1", "us-east-1", new(100), null, "why"))],
            },
            Coverage = report.Coverage with
            {
                Sources = [.. Enumerable.Range(0, 9).Select(i => new Coverage(
                    $"a-source-with-a-long-name-{i}", "1", "ap-southeast-1", i % 2 == 0 ? ReadStatus.Partial
                        : ReadStatus.Absent, "because"))],
            },
        };
        Golden.Matches("table-80-worst.txt", string.Join('\n', FirstScreen(report)));
        Assert.InRange(FirstScreen(report).Count, 1, Lines);
    }

    [Fact]
    public void What_has_no_price_is_never_zero()
    {
        var report = Some.Report(
            models: [SomeRows.Model(costUsd: null)],
            totals: SomeRows.Totals() with
            {
                CostUsd = Usd.Zero,
                CostUsdLow = Usd.Zero,
                CostUsdHigh = Usd.Zero,
                MonthlyUsd = Usd.Zero,
            });
        Assert.Contains(
            "unknown: nothing that ran has a known price", FirstScreen(report)[2], StringComparison.Ordinal);
        Assert.Contains("no price  no price", Some.Print(report, "table"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_before_that_was_not_read_is_unknown()
    {
        var totals = SomeRows.Totals();
        var report = Some.Report(totals: totals with { Previous = totals.Previous with { CostUsd = null } });
        Assert.Contains(FirstScreen(report), line => line.StartsWith("trend     unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void What_to_do_first_is_the_reports_own_order() =>
        Assert.Equal(["1  $4,120 a month", "2  $3,689 a month", "3  $1,211 a month"], FirstThings(Some.Report()));

    [Fact]
    public void A_second_finding_on_one_subject_waits_for_the_other_subjects()
    {
        var report = Some.Report();
        var elsewhere = report.Findings[2] with { Subject = report.Findings[2].Subject with { ModelId = "elsewhere" } };
        Assert.Equal(
            ["1  $4,120 a month", "2  $1,211 a month", "3  $3,689 a month"],
            FirstThings(report with { Findings = [report.Findings[0], report.Findings[1], elsewhere] }));
    }

    private static IEnumerable<string> FirstThings(Report report) =>
        FirstScreen(report).Where(line => line is ['1' or '2' or '3', ' ', ..]).Select(line => line[..17]);

    private static List<string> FirstScreen(Report report) =>
        [.. Some.Print(report, "table")
            .Split('\n').TakeWhile(line => !line.StartsWith("MODELS", StringComparison.Ordinal))];
}
