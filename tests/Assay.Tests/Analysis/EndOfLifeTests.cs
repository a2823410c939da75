using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>A model that is being retired has to be left anyway: the finding that names a cheaper one says when.</summary>
public sealed class EndOfLifeTests
{
    [Theory]
    [InlineData(
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "Claude Sonnet 4.5 reaches its end of life on 2027-04-08, in the last Regions; its successor is Claude Sonnet 5.5.")]
    [InlineData(
        "us.anthropic.claude-opus-4-1-20250805-v1:0",
        "Claude Opus 4.1 reaches its end of life on 2027-01-08, in the last Regions; its successor is Claude Opus 5.5.")]
    public void A_legacy_model_s_finding_tells_its_day_and_its_successor(string model, string words) =>
        Assert.StartsWith(words, Reason(model), StringComparison.Ordinal);

    [Fact]
    public void An_active_model_s_finding_tells_of_no_end() =>
        Assert.DoesNotContain("end of life", Reason("us.anthropic.claude-opus-4-8"), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_is_gone_has_reached_it()
    {
        var reason = Reason("us.anthropic.claude-3-7-sonnet-20250219-v1:0");
        Assert.StartsWith("Claude 3.7 Sonnet reached its end of life on ", reason, StringComparison.Ordinal);
    }

    private static string Reason(string model) => Some.Report(Some.Spread(
            Some.Meter(model), new UsageCounts { Invocations = 33_600, Input = 67_200_000, Output = 6_720_000 }))
        .Findings.Single(finding => finding.Lever == "model-right-sizing").Reason;
}
