using Assay.Models;
using Assay.Pricing.PriceList;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>The bill beside the estimate: lines of bedrock.md 4.5, dollars reckoned by hand.</summary>
public sealed class BilledTests
{
    private const string Nova = "amazon.nova-pro-v1:0";

    private const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    [Theory]
    [InlineData("Amazon Bedrock", "USE1-NovaPro-input-tokens", Nova, SkuClass.Tokens, false)]
    [InlineData("Amazon Bedrock", "USE1-NovaPro-output-tokens-batch", Nova, SkuClass.Tokens, true)]
    [InlineData("Amazon Bedrock", "USE1-Claude4.6Sonnet-cache-read-input-token-count", "anthropic.claude-sonnet-4-6", SkuClass.Tokens, false)]
    [InlineData("Amazon Bedrock", "USE1-Claude4.6Sonnet-output-tokens-cross-region-global", "anthropic.claude-sonnet-4-6", SkuClass.Tokens, false)]
    [InlineData("Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_InputTokenCount-Units", Sonnet, SkuClass.Tokens, false)]
    [InlineData("Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units", Sonnet, SkuClass.Tokens, false)]
    [InlineData("Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_InputTokenCount_Global_Batch-Units", Sonnet, SkuClass.Tokens, true)]
    [InlineData("Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", Sonnet, SkuClass.Reserved, false)]
    [InlineData("Amazon Bedrock", "USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "amazon.nova-2-lite-v1:0", SkuClass.Provisioned, false)]
    [InlineData("Amazon Bedrock", "USE1-openai.gpt-oss-120b-mantle-input-tokens-standard", "openai.gpt-oss-120b-1:0", SkuClass.Tokens, false)]
    [InlineData("Amazon Bedrock", "USE1-Guardrail-AutomatedReasoningPolicyUnitsConsumed", null, SkuClass.Guardrail, false)]
    [InlineData("Amazon Bedrock", "something-else", null, SkuClass.Other, false)]
    public void A_line_of_the_bill_is_of_a_model_and_of_a_thing(
        string service, string usageType, string? model, SkuClass sold, bool batch) =>
        Assert.Equal(new BillLine(model, sold, batch), new BillLines(Some.Book.Catalogue).Read(service, usageType));

    [Fact]
    public void Each_model_s_bill_stands_beside_its_estimate_and_what_is_not_estimated_is_named()
    {
        // Nova Pro: 336 M x $0.80 + 33.6 M x $3.20 = 268.80 + 107.52 = 376.32. Haiku 4.5, geographic: 33.6 M x $1.10 = 36.96.
        var billed = Report(
            Some.Spread(Some.Meter(Nova), new UsageCounts { Invocations = 336_000, Input = 336_000_000, Output = 33_600_000 }),
            Some.Spread(Some.Meter("us.anthropic.claude-haiku-4-5-20251001-v1:0"), new UsageCounts { Invocations = 33_600, Input = 33_600_000 }),
            Line("2026-11-09", "USE1-NovaPro-input-tokens", 250m),
            Line("2026-11-22", "USE1-NovaPro-output-tokens", 100.5m),
            Line("2026-11-23", "USE1-NovaPro-output-tokens", 999m),
            Line("2026-11-10", "USE1-NovaPro-output-tokens-batch", 7m),
            Line("2026-11-10", "USE1-Guardrail-ContentPolicyUnitsConsumed", 12m),
            Line("2026-11-10", "USE1-MP:USE1_InputTokenCount-Units", 80m, "Claude Sonnet 4.5 (Amazon Bedrock Edition)"),
            Line("2026-11-10", "brand-new", 3m)).Billed!;

        Assert.Equal(
            [
                ("Nova Pro", "tokens", 350.50m, 376.32m, -25.82m, null),
                ("Claude Sonnet 4.5", "tokens", 80m, null, null, "the Regions that were read show none of it"),
                ("Claude Haiku 4.5", "tokens", null, 36.96m, null, "no line of the bill names it"),
                ("Amazon Bedrock", "guardrail", 12m, null, null, "guardrails are not in the estimate"),
                ("Nova Pro", "batch", 7m, null, null, "batch jobs are not in the estimate"),
                ("Amazon Bedrock", "other", 3m, null, null, "not in the estimate"),
            ],
            billed.Rows.Select(row => (
                row.Name, row.What, row.BilledUsd?.Amount, row.EstimatedUsd?.Amount, row.DifferenceUsd?.Amount, row.Why)));
        Assert.Equal((Some.At("2026-11-09"), Some.At("2026-11-23"), Some.At("2026-11-21")), (billed.From, billed.To, billed.GrowsFrom));
    }

    [Fact]
    public void Parts_of_days_at_the_ends_of_the_window_are_on_neither_side()
    {
        // From 06:00 on the 9th to 06:00 on the 22nd: twelve whole days, from the 10th to the 21st.
        var window = new Window(Some.At("2026-11-09T06:00Z"), Some.At("2026-11-22T06:00Z"));
        using var ledger = Some.Filled(
            [
                Some.Spread(Some.Meter(Nova), new UsageCounts { Invocations = 336_000, Input = 336_000_000, Output = 0 }),
                .. new[] { "2026-11-09", "2026-11-10", "2026-11-21", "2026-11-22" }.Select(day => Line(day, "USE1-NovaPro-input-tokens", 10m)),
                Bill,
            ],
            window);
        var row = Assert.Single(Some.Report(ledger, window).Billed!.Rows);
        // 24 M tokens a day x 12 days x $0.80.
        Assert.Equal((20m, 230.40m), (row.BilledUsd!.Value.Amount, row.EstimatedUsd!.Value.Amount));
    }

    [Fact]
    public void Without_a_bill_there_is_no_comparison() => Assert.Null(
        Some.Report(Some.Spread(Some.Meter(Nova), new UsageCounts { Invocations = 1, Input = 1_000 })).Billed);

    private static Fact Bill { get; } = new Fact.Read(new("bill", Some.Account, "us-east-1", Diagnostics.ReadStatus.Complete, null));

    private static Report Report(params Fact[] facts) => Some.Report([.. facts, Bill]);

    private static Fact.Billed Line(string day, string usageType, decimal usd, string service = "Amazon Bedrock") =>
        new Fact.Billed(Some.Account, DateOnly.Parse(day), service, usageType, usd, 1);
}
