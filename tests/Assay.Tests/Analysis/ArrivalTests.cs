using Assay.Findings;
using Assay.Models;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>What the hours of calls do to the levers that sell patience: batch, flex and priority.</summary>
public sealed class ArrivalTests
{
    private const string Haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

    private const string NovaPro = "us.amazon.nova-pro-v1:0";

    /// <summary>
    /// Haiku 4.5, a month: 144 M in at 1.10 and 14.4 M out at 5.50 is 237.60. In batch (0.55, 2.75) all of it is 118.80.
    /// </summary>
    [Fact]
    public void A_nightly_job_is_a_candidate_for_batch()
    {
        var saving = Only("batch-candidate", Night(Haiku)).Saving!;
        Assert.Equal((0m, 59.40m, 118.80m), Amounts(saving));
        Assert.Equal(Evidence.Assumed, saving.Evidence);
    }

    [Fact]
    public void It_says_when_the_calls_come_and_what_batch_lacks()
    {
        var finding = Only("batch-candidate", Night(Haiku));
        Assert.Contains("100% of its 2,400 calls a day between 01:00 and 04:00 UTC", finding.Title, StringComparison.Ordinal);
        Assert.Contains("24 hours", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("no prompt caching", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_around_midnight_is_one_too() =>
        Assert.Contains(
            "between 23:00 and 01:00 UTC",
            Only("batch-candidate", Night(Haiku, 23, 1), Night(Haiku, 0, 1)).Title,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(7, 10, 14, "an office day")]
    [InlineData(1, 3, 2, "two days show no habit")]
    [InlineData(0, 24, 14, "2,400 calls a day are no burst and too few")]
    public void Calls_that_come_otherwise_are_none(int from, int hours, int days, string why) =>
        Assert.True(CheckStatus.Silent == Check("batch-candidate", Night(Haiku, from, hours, days)).Status, why);

    [Fact]
    public void A_check_of_hours_is_unknown_where_only_days_are_known()
    {
        var days = Enumerable.Range(0, 14).Select(day => (Some.Window.From.AddDays(day), Counts with { Invocations = 2_400 }));
        var row = Check("batch-candidate", [new Fact.Series(Some.Meter(Haiku), 86_400, [.. days])]);
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.Equal("Claude Haiku 4.5 in us-east-1: the hours of its calls are not known", row.Unseen.Single());
    }

    /// <summary>
    /// Sonnet 4.6, global: reads at 0.30 become input at the batch price of 1.50, so batch would cost five times as much.
    /// </summary>
    [Fact]
    public void What_is_read_from_cache_does_not_go_to_batch() =>
        Assert.Empty(Findings("batch-candidate", Some.Spread(
            Some.Meter("global.anthropic.claude-sonnet-4-6"),
            new UsageCounts { Invocations = 33_600, Input = 0, Output = 336_000, CacheRead = 1_300_000_000, CacheWriteUnknownTtl = 0 },
            from: 1, hours: 3)));

    /// <summary>
    /// Sonnet 4.5, a month: 3,600 M in at 3.30 is 11,880. Expected caching (.604 read at 0.33, .385 written at 4.125) makes
    /// 3,600 M x .604 x 0.33 + 3,600 M x .385 x 4.125 + 3,600 M x .011 x 3.30 = 717.552 + 5,717.25 + 130.68 = 6,565.482.
    /// Batch at 1.65 is 5,940 for all of it, uncached: half of it saves (6,565.482 - 5,940) / 2 = 312.741 after caching, and
    /// of that seven tenths are left, because right-sizing moved three to Sonnet 5.5, which is not sold in batch.
    /// </summary>
    [Fact]
    public void Batch_after_caching_saves_what_caching_left_and_loses_the_cache()
    {
        var finding = Only("batch-candidate", Some.Spread(
            Some.Meter(Some.Sonnet),
            new UsageCounts { Invocations = 168_000, Input = 1_680_000_000, Output = 0, CacheRead = 0, CacheWriteUnknownTtl = 0 },
            from: 1, hours: 3));
        Assert.Equal(2_970m, finding.Saving!.Standalone.Expected.Amount);
        Assert.Equal(218.9187m, finding.Saving.InSequence.Expected.Amount);
    }

    /// <summary>Nova Pro, a month: 28.8 M in at 0.80 and 14.4 M out at 3.20 is 69.12; flex and batch are half of that.</summary>
    [Fact]
    public void Flex_and_batch_are_alternatives_and_count_once()
    {
        var findings = Report(Night(NovaPro, input: 13_440_000)).Findings;
        Assert.DoesNotContain(findings, finding => finding.Check == "batch-candidate");
        var flex = findings.Single(finding => finding.Check == "flex-candidate");
        Assert.Equal((0m, 17.28m, 34.56m), Amounts(flex.Saving!));
        Assert.Contains("Batch would cost 50%: either, not both.", flex.Reason, StringComparison.Ordinal);
        Assert.Contains("the tier of these calls is not told: they are taken for standard", flex.Saving!.Assumptions);
    }

    [Fact]
    public void Flex_is_silent_where_people_call_and_where_it_is_not_sold()
    {
        Assert.Equal(CheckStatus.Silent, Check("flex-candidate", Night(NovaPro, 7, 10)).Status);
        Assert.Equal(CheckStatus.Silent, Check("flex-candidate", Night(Haiku)).Status);
    }

    /// <summary>
    /// Nova Pro at priority costs 1.40 and 5.60: 0.60 and 2.40 more than standard. Busy hours: 3 x 14 of 800 calls, quiet
    /// ones 3 x 14 of 200. A month: 57.6 M x 0.60 + 28.8 M x 2.40 = 103.68; a fifth of the calls is quiet: 20.736.
    /// </summary>
    [Fact]
    public void Priority_at_quiet_hours_is_overuse()
    {
        var meter = Some.Meter(NovaPro, tier: ServiceTier.Priority);
        var counts = new UsageCounts { Invocations = 33_600, Input = 21_504_000, Output = 10_752_000 };
        var finding = Only(
            "priority-overuse",
            Some.Spread(meter, counts, from: 9, hours: 3),
            Some.Spread(meter, new UsageCounts { Invocations = 8_400, Input = 5_376_000, Output = 2_688_000 }, from: 12, hours: 3));
        Assert.Equal((0m, 20.736m, 103.68m), Amounts(finding.Saving!));
        Assert.Contains("Name=ResolvedServiceTier,Value=priority", finding.Verify, StringComparison.Ordinal);
    }

    [Fact]
    public void Priority_that_is_never_quiet_is_none() =>
        Assert.Equal(CheckStatus.Silent, Check("priority-overuse", Some.Spread(
            Some.Meter(NovaPro, tier: ServiceTier.Priority), Counts)).Status);

    [Fact]
    public void Priority_calls_would_hide_where_the_tier_is_not_told()
    {
        var row = Check("priority-overuse", Night(NovaPro));
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.Equal("Nova Pro in us-east-1: its calls are not told apart by tier", row.Unseen.Single());
    }

    private static UsageCounts Counts =>
        new() { Invocations = 33_600, Input = 67_200_000, Output = 6_720_000, CacheRead = 0, CacheWriteUnknownTtl = 0 };

    private static Fact.Series Night(string model, int from = 1, int hours = 3, int days = 14, long input = 67_200_000) =>
        Some.Spread(Some.Meter(model), Counts with { Input = input }, from, hours, days);

    private static (decimal, decimal, decimal) Amounts(Saving saving) =>
        (saving.Standalone.Low.Amount, saving.Standalone.Expected.Amount, saving.Standalone.High.Amount);

    private static Report Report(params Fact[] facts) => Some.Report(
        [.. Some.Complete("cloudwatch-metrics"), .. Some.Complete("cloudwatch-mantle-metrics"), .. facts]);

    private static IEnumerable<Finding> Findings(string check, params Fact[] facts) =>
        Report(facts).Findings.Where(finding => finding.Check == check);

    private static Finding Only(string check, params Fact[] facts) => Assert.Single(Findings(check, facts));

    private static CheckRow Check(string check, params Fact[] facts) =>
        Report(facts).Checks.Single(row => row.Check.Id == check);
}
