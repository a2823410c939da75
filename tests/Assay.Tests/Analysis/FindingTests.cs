using Assay.Findings;
using Assay.Models;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>Ids, severity and the company a row is judged in.</summary>
public sealed class FindingTests
{
    [Fact]
    public void Meters_that_differ_by_tier_band_or_endpoint_alone_have_findings_of_their_own()
    {
        var counts = new UsageCounts { Invocations = 33_600, Input = 806_400_000, Output = 33_600_000, CacheRead = 0 };
        var meter = Some.Meter();
        var report = Some.Report(
            Some.Spread(meter, counts),
            Some.Spread(meter with { Tier = ServiceTier.Standard }, counts),
            Some.Spread(meter with { Tier = ServiceTier.Priority }, counts));
        var ids = report.Findings.Select(each => each.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        var one = "cache-missing/111122223333/us-east-1/" + Some.Sonnet;
        Assert.Contains(one, ids);
        Assert.Contains(one + "/standard", ids);
        Assert.All(report.Findings.Where(each => each.Id.StartsWith(one, StringComparison.Ordinal)), each =>
            Assert.Equal(Some.Sonnet, each.Subject.ModelId));
    }

    [Fact]
    public void A_project_and_the_mantle_are_in_the_id() => Assert.Equal(
        ["mantle", "proj-one", "flex", "long-context"],
        Row(new Meter(
            Some.Account, "us-east-1", Endpoint.Mantle, "openai.gpt-oss-120b-1:0", Tier: ServiceTier.Flex, LongContext: true,
            Project: "proj-one")).Split);

    [Fact]
    public void A_commitment_that_ends_in_months_stands_above_small_change_and_below_what_can_be_had_now()
    {
        // Llama 3.1 70B in us-west-2 under commitment until March; a model right-sized for a few dollars.
        var report = Some.Report(
            Some.Provisioned("later", "us-west-2", "meta.llama3-1-70b-instruct-v1:0", "SixMonths", "2027-03-04"),
            Some.Spread(
                Some.Meter($"arn:aws:bedrock:us-west-2:{Some.Account}:provisioned-model/later", "us-west-2"),
                new UsageCounts { Invocations = 0, Input = 0, Output = 0 }),
            Some.Spread(
                Some.Meter("us.anthropic.claude-opus-4-8"),
                new UsageCounts { Invocations = 3_360, Input = 6_720_000, Output = 672_000 }));
        var later = report.Findings.Single(each => each.Check == "provisioned-idle");
        var small = report.Findings.Single(each => each.Lever == "model-right-sizing");

        Assert.Equal((Severity.Medium, Severity.Low), (later.Severity, small.Severity));
        Assert.True(report.Findings.ToList().IndexOf(later) < report.Findings.ToList().IndexOf(small));
        Assert.Equal(0, later.Saving!.InSequence.Expected.Amount);
    }

    [Fact]
    public void A_prompt_is_long_among_those_of_its_own_account()
    {
        // Three rows of 2,000 tokens and one of 24,000; the same long row in an account of its own is not judged.
        const string other = "444455556666";
        Fact Prompts(string model, long tokens, string account) => Some.Spread(
            Some.Meter(model, account: account),
            new UsageCounts { Invocations = 33_600, Input = 33_600 * tokens, Output = 6_720_000 });
        var report = Some.Report(
            Prompts("us.amazon.nova-pro-v1:0", 2_000, Some.Account), Prompts("us.amazon.nova-lite-v1:0", 2_000, Some.Account),
            Prompts("us.anthropic.claude-haiku-4-5-20251001-v1:0", 2_000, Some.Account), Prompts(Some.Sonnet, 24_000, Some.Account),
            Prompts(Some.Sonnet, 24_000, other));

        Assert.Equal([Some.Account], report.Findings.Where(each => each.Check == "long-prompts").Select(each => each.Subject.Account));
    }

    private static Reports.ModelRow Row(Meter meter) => Some.Report(
        Some.Spread(meter, new UsageCounts { Invocations = 1, Input = 336, Output = 336 })).Models.Single();
}
