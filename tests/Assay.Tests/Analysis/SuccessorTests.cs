using Assay.Findings;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>What the tokens of a legacy model would cost on the one that follows it, with prices typed here.</summary>
public sealed class SuccessorTests
{
    [Fact]
    public void The_same_tokens_are_priced_on_the_successor_of_a_legacy_model()
    {
        // Sonnet 4.5, geographic: 67.2 M × $3.30 + 6.72 M × $16.50 = 332.64 in 14 days, 712.80 in 30.
        // Sonnet 5.5: 67.2 M × $2.20 + 6.72 M × $11.00 = 221.76, 475.20.
        var finding = Legacy(Some.Sonnet)!;
        Assert.Equal(
            "Claude Sonnet 4.5 in us-east-1 is legacy and reaches its end of life on 2027-04-08; "
                + "its tokens cost $712.80 a month, on Claude Sonnet 5.5 $475.20",
            finding.Title);
        Assert.Equal((null, null, 712.80m), (finding.Lever, finding.Saving, finding.ConcernsUsd!.Value.Amount));
        Assert.Contains("last Regions", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_price_is_not_known_the_dollars_are_not_known()
    {
        // Neither is sold so at a known price.
        var finding = Legacy(Some.Sonnet, Models.ServiceTier.LatencyOptimised)!;
        Assert.EndsWith("what its tokens would cost on Claude Sonnet 5.5 is not known", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_the_Region_goes_before_that_of_the_catalogue()
    {
        var finding = Legacy(Some.Sonnet, more: new Fact.FoundationModel(
            Some.Account, "us-east-1", "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic", "LEGACY",
            Some.At("2026-10-08"), Some.At("2027-01-15")))!;
        Assert.Contains("on 2027-01-15;", finding.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("last Regions", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_active_model_is_not_told_of() => Assert.Null(Legacy("us.anthropic.claude-sonnet-4-6"));

    private static Finding? Legacy(string model, Models.ServiceTier? tier = null, Fact? more = null) => Some.Report(
        [
            Some.Spread(
                Some.Meter(model, tier: tier),
                new UsageCounts { Invocations = 33_600, Input = 67_200_000, Output = 6_720_000 }),
            .. more is null ? Array.Empty<Fact>() : [more],
        ]).Findings.SingleOrDefault(each => each.Check == "legacy-model");
}
