using Assay.Analysis.Levers;
using Assay.Analysis.Owners;
using Assay.Analysis.Pricing;
using Assay.Analysis.Reporting;
using Assay.Findings;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Units;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>
/// The global profile is cheaper and changes where data is processed: its saving counts only where somebody allowed it.
/// Haiku 4.5, a month: 144 M in and 14.4 M out cost 1.10 and 5.50 through a geographic profile, 1.00 and 5.00 through the
/// global one: 144 x 0.10 + 14.4 x 0.50 = 21.60.
/// </summary>
public sealed class RoutingScopeTests
{
    private const string Check = "geo-to-global";

    [Fact]
    public void Unless_somebody_allows_it_the_saving_is_told_and_in_no_total()
    {
        var report = Report(allowGlobal: null, "us.anthropic.claude-haiku-4-5-20251001-v1:0");
        var saving = report.Findings.Single(finding => finding.Check == Check).Saving!;
        Assert.Equal(21.60m, saving.Standalone.Expected.Amount);
        Assert.Equal((UsdRange.Zero, "allowGlobal", false), (saving.InSequence, saving.Needs, saving.IsCounted));
        Assert.Equal(UsdRange.Zero, report.Totals.Saving);
        Assert.DoesNotContain(report.Waterfall, step => step.Lever == "routing-scope");
    }

    [Fact]
    public void Where_it_is_allowed_it_counts()
    {
        var report = Report(allowGlobal: true, "us.anthropic.claude-haiku-4-5-20251001-v1:0");
        var saving = report.Findings.Single(finding => finding.Check == Check).Saving!;
        Assert.Equal((21.60m, null), (saving.InSequence.Expected.Amount, saving.Needs));
        Assert.Equal(21.60m, report.Totals.Saving.Expected.Amount);
        Assert.Equal(21.60m, report.Waterfall.Single(step => step.Lever == "routing-scope").MonthlyUsdSaved.Amount);
    }

    [Theory]
    [InlineData(false, "us.anthropic.claude-haiku-4-5-20251001-v1:0", "it is forbidden")]
    [InlineData(null, "global.anthropic.claude-haiku-4-5-20251001-v1:0", "it is global already")]
    [InlineData(null, "anthropic.claude-haiku-4-5-20251001-v1:0", "the bare id keeps calls in a Region")]
    [InlineData(null, "us.meta.llama3-1-70b-instruct-v1:0", "no global price is lower")]
    public void It_is_silent_otherwise(bool? allowGlobal, string model, string why) =>
        Assert.True(CheckStatus.Silent == Row(Report(allowGlobal, model)).Status, why);

    [Fact]
    public void Without_a_price_it_is_unknown()
    {
        var row = Row(Report(allowGlobal: null, "us.anthropic.claude-unheard-of-v1:0"));
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.EndsWith("no price is known", row.Unseen.Single(), StringComparison.Ordinal);
    }

    private static CheckRow Row(Report report) => report.Checks.Single(row => row.Check.Id == Check);

    private static Report Report(bool? allowGlobal, string model)
    {
        using var ledger = Some.Filled(
        [
            .. Some.Complete("cloudwatch-metrics"), .. Some.Complete("cloudwatch-mantle-metrics"),
            Some.Spread(Some.Meter(model), new UsageCounts { Invocations = 33_600, Input = 67_200_000, Output = 6_720_000 }),
        ]);
        new LedgerPricing(ledger, Some.Book, OwnerRules.Default).Run(Some.Window);
        return new ReportBuilder(ledger, Some.Book, new ReportOptions("report", "0")
        {
            Levers = LeverOptions.Default with { AllowGlobal = allowGlobal },
        }).Build(Some.Window);
    }
}
