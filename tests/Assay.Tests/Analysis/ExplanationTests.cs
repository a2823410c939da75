using Assay.Analysis.Levers;
using Assay.Analysis.Owners;
using Assay.Analysis.Pricing;
using Assay.Analysis.Reporting;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Units;

namespace Assay.Tests.Analysis;

/// <summary>An explanation holds all that is needed to do the sum of a finding again.</summary>
public sealed class ExplanationTests
{
    public static TheoryData<string> Ids => LeverExampleTests.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void Findings_are_those_of_the_report_in_its_order(string id)
    {
        var (report, explained) = Both(id);
        Assert.NotEmpty(explained);
        Assert.Equal(report.Findings.Select(each => each.Title), explained.Select(each => each.Finding.Title));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Lines_sum_to_a_plan_and_plans_differ_by_the_saving(string id)
    {
        foreach (var each in Both(id).Explained.Where(each => each.Finding.Saving is not null))
        {
            Assert.Equal(["low", "expected", "high"], each.Alone.Select(step => step.Bound));
            Assert.All(each.Alone.Concat(each.InSequence).SelectMany(step => new[] { step.Before, step.After }), Sums);
            Assert.Equal(each.Finding.Saving!.Standalone, Range(each.Alone));
            Assert.Equal(
                each.Finding.Saving.InSequence, each.InSequence.Count > 0 ? Range(each.InSequence) : UsdRange.Zero);
            Assert.Equal(each.Finding.Saving.IsCounted, each.InSequence.Count > 0);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_price_in_a_line_has_a_source_and_a_date(string id)
    {
        foreach (var each in Both(id).Explained)
        {
            var lines = each.Alone.SelectMany(step => step.Before.Lines.Concat(step.After.Lines));
            Assert.All(lines.Where(line => line.Price.Rate > 0), line => Assert.Single(each.Prices, price =>
                (price.Model, price.Scope, price.Region, price.Tier)
                    == (line.Key.Model, line.Key.Scope, line.Key.Region, line.Key.Tier)));
            Assert.All(each.Prices, price => Assert.True(
                price.Source.StartsWith("https://", StringComparison.Ordinal) && price.Checked > default(DateOnly)));
            Assert.All(
                each.Alone.Where(step => step.Before.Hourly > Usd.Zero),
                _ => Assert.Contains(each.Prices, price => price.UsdPerUnitHour is not null));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Inputs_of_the_window_make_the_plan_before(string id)
    {
        foreach (var each in Both(id).Explained.Where(each => each.Alone.Count > 0))
        {
            var read = each.Inputs.Where(input => input.Name is "inputTokens" or "outputTokens" or "cacheReadTokens"
                or "cacheWriteTokens").Sum(input => input.Value ?? 0);
            Assert.Equal(read * each.PerMonth, each.Alone[0].Before.Lines.Sum(line => line.Tokens), precision: 3);
        }
    }

    private static void Sums(ExplainedPlan plan)
    {
        Assert.All(plan.Lines, line => Assert.Equal(line.Tokens * line.Price.Rate / 1_000_000m, line.MonthlyUsd.Amount));
        Assert.Equal(plan.MonthlyUsd.Amount, plan.Hourly.Amount + plan.Lines.Sum(line => line.MonthlyUsd.Amount), precision: 9);
    }

    private static UsdRange Range(IReadOnlyList<ExplainedStep> steps) =>
        UsdRange.Spanning(steps[0].Saved, steps[1].Saved, steps[2].Saved);

    private static (Report Report, IReadOnlyList<Explanation> Explained) Both(string id)
    {
        using var ledger = Some.Filled(LeverExampleTests.Example(id));
        new LedgerPricing(ledger, Some.Book, OwnerRules.Default).Run(Some.Window);
        var builder = new ReportBuilder(ledger, Some.Book, new ReportOptions("report", "0"));
        return (builder.Build(Some.Window), builder.Explain(Some.Window));
    }
}
