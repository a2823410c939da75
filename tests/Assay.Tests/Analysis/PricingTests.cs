using Assay.Models;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Usage;
using CsCheck;

namespace Assay.Tests.Analysis;

public sealed class PricingTests
{
    /// <summary>
    /// Python: (1_000_000*D('3.30') + 200_000*D('16.50') + 5_000_000*D('0.33') + 400_000*D('4.125')) / 1_000_000 = 9.90;
    /// with every write at the one-hour price of 6.60 it is 10.89.
    /// </summary>
    [Fact]
    public void Tokens_cost_what_a_hand_calculation_says_and_the_range_spans_the_time_to_live()
    {
        var row = Row(Some.Hour(Some.Meter(), new UsageCounts
        {
            Invocations = 10,
            Input = 1_000_000,
            Output = 200_000,
            CacheRead = 5_000_000,
            CacheWriteUnknownTtl = 400_000,
        }));
        Assert.Equal((9.90m, 9.90m, 10.89m), (row.CostUsdLow!.Value.Amount, row.CostUsd!.Value.Amount, row.CostUsdHigh!.Value.Amount));
        Assert.Equal(["cache-write-5m-assumed"], row.CostBasis);
    }

    /// <summary>Without caching: 6.4M at 3.30 is 21.12; paid for input and cache 6.60: saved 5M*(3.30-0.33) - 0.4M*(4.125-3.30).</summary>
    [Fact]
    public void What_caching_saved_is_reads_less_the_premium_of_writes() =>
        Assert.Equal(14.52m, Row(Some.Hour(Some.Meter(), new UsageCounts
        {
            Invocations = 10,
            Input = 1_000_000,
            CacheRead = 5_000_000,
            CacheWriteUnknownTtl = 400_000,
        })).RealisedCacheSavingUsd!.Value.Amount);

    [Fact]
    public void The_same_tokens_cost_a_tenth_less_through_the_global_profile()
    {
        var counts = new UsageCounts { Invocations = 1, Input = 1_000_000, Output = 1_000_000 };
        var geo = Row(Some.Hour(Some.Meter("us.anthropic.claude-opus-4-8"), counts));
        var global = Row(Some.Hour(Some.Meter("global.anthropic.claude-opus-4-8"), counts));
        Assert.Equal((33.00m, 30.00m), (geo.CostUsd!.Value.Amount, global.CostUsd!.Value.Amount));
    }

    [Fact]
    public void Where_the_tier_is_not_told_the_range_spans_the_tiers_that_are_sold()
    {
        var counts = new UsageCounts { Invocations = 1, Input = 1_000_000 };
        var untold = Row(Some.Hour(Some.Meter("us.amazon.nova-2-lite-v1:0"), counts));
        var flex = Row(Some.Hour(Some.Meter("us.amazon.nova-2-lite-v1:0", tier: ServiceTier.Flex), counts));
        Assert.Equal(0.33m, untold.CostUsd!.Value.Amount);
        Assert.True(untold.CostUsdLow < untold.CostUsd && untold.CostUsd < untold.CostUsdHigh);
        Assert.Contains("standard-tier-assumed", untold.CostBasis);
        Assert.Equal(untold.CostUsdLow, flex.CostUsd);
        Assert.DoesNotContain("standard-tier-assumed", flex.CostBasis);
    }

    [Fact]
    public void A_long_context_is_possible_only_where_the_prompts_of_an_hour_reach_it()
    {
        UsageCounts Of(long input) => new() { Invocations = 4, Input = input, Output = 1_000 };
        var meter = Some.Meter("us.openai.gpt-5.6-sol", tier: ServiceTier.Standard);
        var small = Row(Some.Hour(meter, Of(272_000)));
        var large = Row(Some.Hour(meter, Of(272_001)));
        Assert.Equal(small.CostUsd, small.CostUsdHigh);
        Assert.True(large.CostUsd < large.CostUsdHigh);
        Assert.Contains("base-context-assumed", large.CostBasis);
    }

    [Fact]
    public void An_unknown_model_is_listed_with_its_tokens_and_never_costs_nothing()
    {
        var report = Some.Report(Some.Hour(
            Some.Meter("us.anthropic.claude-saga-6-v1:0"), new UsageCounts { Invocations = 3, Input = 7_000, Output = 500 }));
        Assert.Null(report.Models[0].CostUsd);
        Assert.Equal(CostStatus.Unpriced, report.Models[0].CostStatus);
        Assert.Equal((7_500L, "anthropic.claude-saga-6-v1:0 is not in the catalogue"),
            (report.Totals.Unpriced[0].Tokens!.Value.Count, report.Totals.Unpriced[0].Why));
    }

    [Fact]
    public void A_known_model_in_a_Region_where_it_has_no_price_says_where_it_has_one()
    {
        var report = Some.Report(Some.Hour(
            Some.Meter("amazon.nova-premier-v1:0", "sa-east-1"), new UsageCounts { Invocations = 3, Input = 7_000 }));
        Assert.Contains("no known", report.Totals.Unpriced[0].Why, StringComparison.Ordinal);
    }

    /// <summary>One unit of Llama 3.1 70B at $24.00 an hour for 336 hours; its tokens cost nothing on top.</summary>
    [Fact]
    public void A_provisioned_model_costs_its_hours_and_has_a_row_without_metrics()
    {
        var report = Some.Report([Some.Provisioned("pilot", "us-west-2", "meta.llama3-1-70b-instruct-v1:0"), .. Some.Complete("cloudwatch-metrics")]);
        Assert.Equal((8_064m, 0L), (report.Models[0].CostUsd!.Value.Amount, report.Models[0].Invocations));
        Assert.Equal(8_064m, report.Totals.ByKind.Provisioned.Amount);
    }

    [Fact]
    public void A_provisioned_model_is_billed_from_its_creation_on()
    {
        var late = Some.Provisioned("late", "us-west-2", "meta.llama3-1-70b-instruct-v1:0") with { Created = Some.At("2026-11-22T22:30Z") };
        Assert.Equal(1.5m * 24, Some.Report(late).Models[0].CostUsd!.Value.Amount);
    }

    [Fact]
    public void Rows_sum_to_the_total_kinds_sum_to_the_total_and_days_sum_to_the_total() =>
        SomeFacts.Sample(facts =>
        {
            var report = Some.Report([.. facts]);
            var total = report.Totals.CostUsd;
            Assert.Equal(total.Amount, report.Models.Sum(row => row.CostUsd?.Amount ?? 0));
            Assert.Equal(total.Amount, report.Totals.ByKind.Total.Amount);
            Assert.Equal(total.Amount, report.Series.Sum(row => row.CostUsd?.Amount ?? 0));
            Assert.Equal(total.Amount, report.Owners.Sum(row => row.CostUsd.Amount));
            Assert.True(report.Totals.CostUsdLow <= total && total <= report.Totals.CostUsdHigh);
        }, iter: 30);

    [Fact]
    public void The_order_of_arrival_does_not_matter() =>
        Gen.Select(SomeFacts, Gen.Int).Sample((facts, seed) =>
        {
            var shuffled = facts.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Text(Some.Report([.. facts])), Text(Some.Report(shuffled)));
        }, iter: 20);

    [Fact]
    public void Steps_of_the_waterfall_sum_to_the_whole_and_each_begins_where_the_one_before_ended() =>
        SomeFacts.Sample(facts =>
        {
            var report = Some.Report([.. facts]);
            var left = report.Totals.MonthlyUsd;
            foreach (var step in report.Waterfall)
            {
                Assert.Equal(left, step.MonthlyUsdBefore);
                Assert.Equal(step.MonthlyUsdBefore - step.MonthlyUsdSaved, step.MonthlyUsdAfter);
                Assert.True(step.Low <= step.MonthlyUsdSaved && step.MonthlyUsdSaved <= step.High);
                left = step.MonthlyUsdAfter;
            }

            Assert.Equal(report.Totals.Saving.Expected, report.Totals.MonthlyUsd - left);
            Assert.True(report.Totals.Saving.High <= report.Totals.MonthlyUsd, "more was saved than was paid");
        }, iter: 30);

    private static readonly string[] Ids =
    [
        Some.Sonnet, "global.anthropic.claude-opus-4-8", "us.anthropic.claude-haiku-4-5-20251001-v1:0",
        "us.amazon.nova-pro-v1:0", "us.meta.llama3-1-70b-instruct-v1:0", "us.openai.gpt-5.6-sol", "us.nobody.knows-v1:0",
        "amazon.titan-embed-text-v2:0",
    ];

    private static Gen<List<Fact>> SomeFacts { get; } =
        from rows in Gen.Select(
            Gen.Int[0, Ids.Length - 1].Select(i => Ids[i]), Gen.Int[0, 335], Gen.Long[0, 5_000], Gen.Long[0, 9_000], Gen.Long[0, 2_000],
            Gen.Long[0, 9_000], Gen.Long[0, 9_000]).List[1, 30]
        select rows.DistinctBy(row => (row.Item1, row.Item2)).Select(Fact (row) => new Fact.Series(
            Some.Meter(row.Item1), 3600,
            [(Some.Window.From.AddHours(row.Item2), new UsageCounts
            {
                Invocations = row.Item3,
                Input = row.Item3 * row.Item4,
                Output = row.Item3 * row.Item5,
                CacheRead = row.Item3 * row.Item6,
                CacheWriteUnknownTtl = row.Item3 * row.Item7,
            })])).ToList();

    private static ModelRow Row(Fact fact) => Assert.Single(Some.Report(fact).Models);

    private static string Text(Report report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Outputs.Output.Named("json")!.Write(report, text, new Outputs.OutputOptions());
        return text.ToString();
    }
}
