using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Diagnostics;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>How checks end: fired, silent, or unknown because something could not be looked at.</summary>
public sealed class CheckTests
{
    private static readonly string[] Sources =
    [
        "cloudwatch-metrics", "cloudwatch-mantle-metrics", "cloudwatch-percentiles", "cloudwatch-demand",
        "provisioned-throughput",
    ];

    [Fact]
    public void Every_check_has_its_own_id_a_title_and_the_page_of_its_lever()
    {
        var checks = Some.Report().Checks;
        Assert.Equal(Lever.All.SelectMany(lever => lever.Checks).Count() + SqlCheck.All.Count, checks.Select(row => row.Check.Id).Distinct().Count());
        Assert.All(checks, row => Assert.Contains(row.Check.Id, row.Check.Help, StringComparison.Ordinal));
        Assert.All(checks, row => Assert.NotEmpty(row.Check.Title));
    }

    [Fact]
    public void A_check_that_finds_something_has_fired() =>
        Assert.Equal(CheckStatus.Fired, Status("cache-missing", [.. Whole(), Usage(input: 12_000_000)]));

    [Fact]
    public void A_check_that_saw_all_and_found_nothing_is_silent() =>
        Assert.Equal(CheckStatus.Silent, Status("cache-missing", [.. Whole(), Usage(input: 200_000)]));

    [Fact]
    public void A_source_that_was_not_read_makes_silence_unknown()
    {
        var denied = new Fact.Read(new Coverage(
            "cloudwatch-metrics", Some.Account, "us-east-1", ReadStatus.Partial, "denied: cloudwatch:GetMetricData"));
        var row = Row("cache-missing", [.. Whole(), Usage(input: 200_000), denied]);
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.Contains(row.Unseen, why => why.Contains("denied: cloudwatch:GetMetricData", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_read_at_all_is_unknown_everywhere() =>
        Assert.All(Some.Report().Checks, row => Assert.Equal(CheckStatus.Unknown, row.Status));

    [Fact]
    public void A_row_without_a_price_makes_silence_unknown()
    {
        var usage = Some.Spread(
            Some.Meter("us.anthropic.claude-unheard-of-v1:0"), new UsageCounts { Invocations = 1_000, Input = 9_000_000, Output = 9 });
        var row = Row("cache-missing", [.. Whole(), usage]);
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.Equal("us.anthropic.claude-unheard-of-v1:0 in us-east-1: no price is known", row.Unseen.Single());
        Assert.Equal(CheckStatus.Silent, Status("provisioned-idle", [.. Whole(), usage]));
    }

    [Fact]
    public void A_check_of_percentiles_is_unknown_where_there_are_none()
    {
        var row = Row("output-tail", [.. Whole(), Usage(input: 200_000)]);
        Assert.Equal(CheckStatus.Unknown, row.Status);
        Assert.EndsWith("its metric has no percentiles", row.Unseen.Single(), StringComparison.Ordinal);
    }

    private static Fact[] Whole() => [.. Sources.SelectMany(Some.Complete)];

    private static Fact.Series Usage(long input) => Some.Spread(
        Some.Meter(), new UsageCounts
        {
            Invocations = 10_080,
            Input = input * 10,
            Output = 1_000_000,
            CacheRead = 0,
            CacheWriteUnknownTtl = 0,
        });

    private static CheckStatus Status(string check, Fact[] facts) => Row(check, facts).Status;

    private static CheckRow Row(string check, Fact[] facts) =>
        Some.Report(facts).Checks.Single(row => row.Check.Id == check);
}
