using System.Text;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing.PriceList;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Prices;

public sealed class PriceListReaderTests
{
    private static readonly Catalogue Models = Some.Book.Catalogue;

    [Theory]
    [InlineData("USE1-NovaPro-input-tokens", "Nova Pro", "amazon.nova-pro-v1:0", "in-region standard Input")]
    [InlineData("USE1-Nova2.0Lite-input-tokens-flex", "Nova 2.0 Lite", "amazon.nova-2-lite-v1:0", "in-region flex Input")]
    [InlineData("USE1-Nova2.0Lite-input-tokens-cross-region-global", null, "amazon.nova-2-lite-v1:0", "global standard Input")]
    [InlineData("USE1-Nova2.0Lite-input-tokens-cross-region-global-batch", null, "amazon.nova-2-lite-v1:0", "global batch Input")]
    [InlineData("USE1-Nova2.0Lite-input-tokens-priority-cross-region-global", null, "amazon.nova-2-lite-v1:0", "global priority Input")]
    [InlineData("USE1-Claude4.6Sonnet-cache-read-input-token-count", null, "anthropic.claude-sonnet-4-6", "in-region standard CacheRead")]
    [InlineData("USE1-Claude4.6Sonnet-cache-read-input-token-count-geo", null, "anthropic.claude-sonnet-4-6", "geo standard CacheRead")]
    [InlineData("USE1-Claude4.6Sonnet-cache-read-input-token-count-cross-region-global", null, "anthropic.claude-sonnet-4-6", "global standard CacheRead")]
    [InlineData("USE1-Claude4.6Sonnet-cache-write-input-token-count", null, "anthropic.claude-sonnet-4-6", "in-region standard CacheWrite5m")]
    [InlineData("USE1-Claude4.6Sonnet-cache-write-1h-input-token-count", null, "anthropic.claude-sonnet-4-6", "in-region standard CacheWrite1h")]
    [InlineData("USE1-Claude4.5Sonnet-input-tokens-long-context-cross-region-global", "Claude Sonnet 4.5", "anthropic.claude-sonnet-4-5-20250929-v1:0", "global standard Input long")]
    [InlineData("USE1-deepseek.v3.2-input-tokens", null, "deepseek.v3.2", "in-region standard Input")]
    [InlineData("USE1-Mistral-Large-3-675b-Instruct-output-tokens", null, "mistral.mistral-large-3-675b-instruct", "in-region standard Output")]
    [InlineData("USE1-openai.gpt-oss-120b-mantle-input-tokens-standard", null, "openai.gpt-oss-120b-1:0", "in-region standard Input")]
    [InlineData("USW2-moonshotai.kimi-k3-mantle-cache-write-tokens-30m-standard", null, "moonshotai.kimi-k3", "in-region standard CacheWrite30m")]
    [InlineData("USW2-moonshotai.kimi-k3-mantle-input-tokens-global-flex", null, "moonshotai.kimi-k3", "global flex Input")]
    [InlineData("USE1-Llama3-1-70B-input-tokens", "Llama 3.1 70B", "meta.llama3-1-70b-instruct-v1:0", "in-region standard Input")]
    [InlineData("USE1-DeepSeekR1-output-tokens", "R1", "deepseek.r1-v1:0", "in-region standard Output")]
    [InlineData("USE1-openai.gpt-5.6-luna-mantle-cache-write-tokens-5m-long-ctx-flex", null, "openai.gpt-5.6-luna", "in-region flex CacheWrite5m long")]
    [InlineData("USE1-openai.gpt-5.6-luna-mantle-cache-read-tokens-global-priority", null, "openai.gpt-5.6-luna", "global priority CacheRead")]
    [InlineData("USE1-NovaPro-input-tokens-latency-optimized", null, "amazon.nova-pro-v1:0", "in-region latency-optimised Input")]
    [InlineData("USE1-Claude4Sonnet-input-tokens-cross-region-global-batch", null, "anthropic.claude-sonnet-4-20250514-v1:0", "global batch Input")]
    [InlineData("USE1-Claude4Sonnet-output-tokens-long-context-cross-region-global", null, "anthropic.claude-sonnet-4-20250514-v1:0", "global standard Output long")]
    [InlineData("USE1-Llama3-1-405B-output-tokens-batch", null, "meta.llama3-1-405b-instruct-v1:0", "in-region batch Output")]
    [InlineData("USE1-Claude3Haiku-input-tokens", null, "anthropic.claude-3-haiku-20240307-v1:0", "in-region standard Input")]
    public void A_usage_type_says_what_its_price_is_of(string usage, string? name, string model, string words)
    {
        var read = Read(new OfferJson().Row(usage, "0.0030000000", model: name, provider: name == "R1" ? "DeepSeek" : null));

        Assert.Empty(read.Quarantined);
        var price = Assert.Single(read.Prices, price => !price.Implied);
        Assert.Equal((model, words, 3m), (price.Key.Model, Say(price.Key), price.Rate.Rate));
    }

    [Theory]
    [InlineData("USE1-MP:USE1_InputTokenCount-Units", "in-region standard Input")]
    [InlineData("USE1-MP:USE1_InputTokenCount_Global-Units", "global standard Input")]
    [InlineData("USE1-MP:USE1_CacheReadInputTokenCount-Units", "in-region standard CacheRead")]
    [InlineData("USE1-MP:USE1_CacheWriteInputTokenCount_Global-Units", "global standard CacheWrite5m")]
    [InlineData("USE1-MP:USE1_CacheWrite1hInputTokenCount-Units", "in-region standard CacheWrite1h")]
    [InlineData("USE1-MP:USE1_InputTokenCount_Batch-Units", "in-region batch Input")]
    [InlineData("USE1-MP:USE1_InputTokenCount_Global_Batch-Units", "global batch Input")]
    [InlineData("USE1-MP:USE1_OutputTokenCount_LatencyOptimized-Units", "in-region latency-optimised Output")]
    [InlineData("USE1-MP:USE1_InputTokenCount_LCtx-Units", "in-region standard Input long")]
    [InlineData("APN1-MP:APN1_MillionBatchInputTokens-Units", "in-region batch Input")]
    [InlineData("USE1-MP:USE1_InputTokenCount_LongContext_Global-Units", "global standard Input long")]
    [InlineData("USE1-MP:USE1_MillionBatchOutputTokens-Units", "in-region batch Output")]
    [InlineData("USE1-MP:USE1_MillionInputTokens-Units", "in-region standard Input")]
    [InlineData("USE1-MP:USE1_cache_write_tokens_5m_standard-Units", "in-region standard CacheWrite5m")]
    [InlineData("USE1-MP:USE1_cache_read_tokens_geo_standard-Units", "geo standard CacheRead")]
    [InlineData("USE1-MP:USE1_input_tokens_standard-Units", "in-region standard Input")]
    [InlineData("USE1-MP:USE1_input_tokens_global_standard-Units", "global standard Input")]
    [InlineData("USE1-MP:USE1_input_tokens_long_ctx_standard-Units", "in-region standard Input long")]
    [InlineData("USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units", "global standard CacheWrite1h")]
    [InlineData("USE1-MP:USE1_cached_input_tokens_batch", "in-region batch CacheRead")]
    public void A_marketplace_row_is_of_its_service_in_millions(string usage, string words)
    {
        var read = Read(new OfferJson("AmazonBedrockFoundationModels").Row(
            usage, "5.5", "Units", "AWS Marketplace software usage|us-east-1|Million Input Tokens",
            service: "Claude Opus 5.5 (Amazon Bedrock Edition)"));

        Assert.Empty(read.Quarantined);
        var price = Assert.Single(read.Prices, price => !price.Implied);
        Assert.Equal(("anthropic.claude-opus-5-5", words, 5.5m), (price.Key.Model, Say(price.Key), price.Rate.Rate));
    }

    [Fact]
    public void A_marketplace_row_may_be_priced_by_the_million_outright()
    {
        var read = Read(new OfferJson("AmazonBedrockFoundationModels").Row(
            "USE1-MP:USE1_input_tokens_global_standard-Units", "5.5", "1M tokens", service: "Claude Opus 5.5 (Amazon Bedrock Edition)"));

        Assert.Equal(5.5m, Assert.Single(read.Prices).Rate.Rate);
    }

    [Theory]
    [InlineData("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "Units", SkuClass.Reserved)]
    [InlineData("USE1-NovaPro-input-capacity", "1M TPM Hour", SkuClass.Reserved)]
    [InlineData("USE1-MP:USE1_ProvisionedThroughput_NoCommit_ModelUnits_Usage-Units", "Units", SkuClass.Provisioned)]
    [InlineData("USE1-Nova2.0Lite-ProvisionedThroughput-2years-ModelUnits", "hour", SkuClass.Provisioned)]
    [InlineData("USE1-NovaPro-input-tokens-custom-model", "1K tokens", SkuClass.Customization)]
    [InlineData("USE1-NovaPro-Customization-Training", "1K tokens", SkuClass.Customization)]
    [InlineData("USE1-Nova2.0Lite-RFT-Training-Hours", "Hrs", SkuClass.Customization)]
    [InlineData("USE1-NovaPro-Customization-Storage", "month", SkuClass.Customization)]
    [InlineData("USE1-NovaPro-input-image-token-count", "1K tokens", SkuClass.Media)]
    [InlineData("USE1-Guardrail-AutomatedReasoningPolicyUnitsConsumed", "1K tokens", SkuClass.Guardrail)]
    [InlineData("USE1-nova-grounding", "request", SkuClass.Other)]
    public void What_is_no_price_of_base_tokens_is_counted_by_what_it_is(string usage, string unit, SkuClass sold)
    {
        var read = Read(new OfferJson().Row(usage, "1.5", unit));

        Assert.Empty(read.Prices);
        Assert.Equal(1, Assert.Single(read.Skipped, pair => pair.Key == sold).Value);
    }

    [Fact]
    public void A_row_without_a_scope_is_the_geographic_price_unless_another_row_says_that()
    {
        var read = Read(new OfferJson()
            .Row("USE1-NovaPro-input-tokens", "0.0008")
            .Row("USE1-NovaPro-output-tokens", "0.0032").Row("USE1-NovaPro-output-tokens-geo", "0.0030"));

        Assert.Equal(
            ["geo Input 0.8", "geo Output 3.0", "in-region Input 0.8", "in-region Output 3.2"],
            read.Prices.Select(price => $"{Words.Of(price.Key.Scope)} {price.Key.Kind} {price.Rate.Rate:0.0}").Order());
    }

    [Theory]
    [InlineData("-0.001", "1K tokens", "USD", "negative")]
    [InlineData("1.5", "1K tokens", "USD", "above $1,000")]
    [InlineData("0", "1K tokens", "USD", "zero")]
    [InlineData("three", "1K tokens", "USD", "no number")]
    [InlineData("99999999999999999999999999999999999999", "1K tokens", "USD", "no number")]
    [InlineData("0.02", "1K tokens", "CNY", "CNY")]
    [InlineData("0.02", "1G tokens", "USD", "unit is unknown")]
    [InlineData("0.02", "Units", "USD", "unit is unknown")]
    public void A_price_that_can_t_be_is_set_aside_by_its_SKU(string usd, string unit, string currency, string why)
    {
        var read = Read(new OfferJson()
            .Row("USE1-NovaPro-input-tokens", usd, unit, sku: "BAD", currency: currency)
            .Row("USE1-NovaPro-output-tokens", "0.0032", sku: "GOOD"));

        var bad = Assert.Single(read.Quarantined);
        Assert.Equal("BAD", bad.Row.Sku);
        Assert.Contains(why, bad.Why, StringComparison.Ordinal);
        Assert.All(read.Prices, price => Assert.Equal("GOOD", price.Row.Sku));
        Assert.NotEmpty(read.Prices);
    }

    [Fact]
    public void Of_two_prices_for_the_same_none_is_chosen()
    {
        var read = Read(new OfferJson()
            .Row("USE1-NovaPro-input-tokens", "0.0008", sku: "ONE").Row("USE1-NovaPro-input-tokens", "0.0009", sku: "TWO")
            .Row("USE1-NovaPro-output-tokens", "0.0032").Row("USE1-NovaPro-output-tokens", "0.0032"));

        Assert.Equal(["ONE", "TWO"], read.Quarantined.Select(each => each.Row.Sku).Order());
        Assert.All(read.Prices, price => Assert.Equal(TokenKind.Output, price.Key.Kind));
        Assert.Equal(2, read.Prices.Count);
    }

    [Fact]
    public void A_new_word_in_a_usage_type_is_not_taken_for_a_known_price()
    {
        var read = Read(new OfferJson().Row("USE1-NovaPro-input-tokens-turbo", "0.0008"));

        Assert.Contains("turbo", Assert.Single(read.Quarantined).Why, StringComparison.Ordinal);
        Assert.Empty(read.Prices);
    }

    [Fact]
    public void A_name_that_nothing_is_known_of_is_reported_with_its_price()
    {
        var read = Read(new OfferJson().Row("USE1-Saga9-input-tokens", "0.004", model: "Saga 9"));

        var unmapped = Assert.Single(read.Unmapped);
        Assert.Equal(("Saga 9", 4m, TokenKind.Input), (unmapped.Name, unmapped.Rate.Rate, unmapped.Kind));
        Assert.Empty(read.Prices);
    }

    [Fact]
    public void A_file_that_breaks_off_gives_what_stands_before_the_break()
    {
        var whole = new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008")
            .Row("USE1-NovaPro-output-tokens", "0.0032", sku: "LAST").ToString();
        var read = Read(Encoding.UTF8.GetBytes(whole[..whole.LastIndexOf("0.0032", StringComparison.Ordinal)]));

        Assert.All(read.Prices, price => Assert.Equal(TokenKind.Input, price.Key.Kind));
        Assert.Equal(2, read.Prices.Count);
        Assert.NotNull(Assert.Single(read.Files).Cut);
        Assert.Contains(read.Quarantined, each => each.Row.Sku == "LAST");
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_by_its_name()
    {
        var reader = new PriceListReader(Models, limit: 1000);
        using var content = new MemoryStream(new byte[1001]);
        var refused = Assert.Throws<AssayException>(() => reader.Add("big.json", "https://example.com/big", content));
        Assert.Contains("big.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_mutation_of_a_file_makes_the_reader_fail()
    {
        var whole = new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008", model: "Nova Pro", inference: "Input tokens")
            .Row("USW2-moonshotai.kimi-k3-mantle-cache-write-tokens-30m-standard", "0.1")
            .Row("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "1", "Units").Bytes;
        var random = new Random(11);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = whole.AsSpan(0, round % 7 == 0 ? random.Next(whole.Length) : whole.Length).ToArray();
            for (var edits = random.Next(1, 6); edits > 0 && bytes.Length > 0; edits--)
            {
                bytes[random.Next(bytes.Length)] = round % 2 == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\u-0e9"[random.Next(13)];
            }

            _ = Read(bytes);
        }
    }

    private static string Say(PriceListKey key) =>
        $"{Words.Of(key.Scope)} {Words.Of(key.Tier)} {key.Kind}{(key.LongContext ? " long" : "")}";

    private static PriceListContent Read(OfferJson offer) => Read(offer.Bytes);

    private static PriceListContent Read(byte[] bytes)
    {
        var reader = new PriceListReader(Models);
        using var content = new MemoryStream(bytes);
        reader.Add("offer.json", "https://example.com/offer.json", content);
        return reader.Content();
    }
}
