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
    public void What_must_wait_comes_after_what_can_be_done_today()
    {
        var first = FirstScreen(Some.Report()).Where(line => line is ['1' or '2' or '3', ' ', ..]).ToList();
        Assert.Equal(3, first.Count);
        Assert.StartsWith("1  $4,120 a month", first[0], StringComparison.Ordinal);
        Assert.StartsWith("2  $1,211 a month", first[1], StringComparison.Ordinal);
        Assert.StartsWith("3  $3,689 a month from 2027-02-01", first[2], StringComparison.Ordinal);
    }

    private static List<string> FirstScreen(Report report) =>
        [.. Some.Print(report, "table")
            .Split('\n').TakeWhile(line => !line.StartsWith("MODELS", StringComparison.Ordinal))];
}
