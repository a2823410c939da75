using System.Text.Json;
using Assay.Models;
using Assay.Pricing;
using Assay.Tests.Support;

namespace Assay.Tests.Core;

/// <summary>What the catalogue's data must keep, whatever is added to it.</summary>
public sealed class CatalogueFactsTests
{
    private static readonly string[] Retired = ["legacy", "end-of-life"];

    /// <summary>Retired models of which one day is in no source; a model that is found out must leave this list.</summary>
    private static readonly string[] UnknownDates =
    [
        "deepseek.r1-v1:0",
        "deepseek.v3-v1:0",
        "google.gemma-3-12b-it",
        "google.gemma-3-27b-it",
        "google.gemma-3-4b-it",
        "meta.llama3-1-70b-instruct-v1:0",
        "meta.llama3-1-8b-instruct-v1:0",
        "meta.llama3-3-70b-instruct-v1:0",
        "meta.llama3-70b-instruct-v1:0",
        "meta.llama3-8b-instruct-v1:0",
        "meta.llama4-maverick-17b-instruct-v1:0",
        "meta.llama4-scout-17b-instruct-v1:0",
        "minimax.minimax-m2",
        "minimax.minimax-m2.1",
        "mistral.devstral-2-123b",
        "mistral.mistral-7b-instruct-v0:2",
        "mistral.mixtral-8x7b-instruct-v0:1",
        "mistral.voxtral-mini-3b-2507",
        "mistral.voxtral-small-24b-2507",
        "moonshot.kimi-k2-thinking",
        "nvidia.nemotron-nano-12b-v2",
        "nvidia.nemotron-nano-9b-v2",
        "qwen.qwen3-coder-30b-a3b-v1:0",
        "qwen.qwen3-coder-480b-a35b-v1:0",
        "zai.glm-4.7",
        "zai.glm-4.7-flash",
    ];

    /// <summary>The price list has a cache rate for these, but no AWS page says that they cache.</summary>
    private static readonly string[] PricedButNoRules =
    [
        "anthropic.claude-3-5-sonnet-20240620-v1:0",
        "anthropic.claude-3-haiku-20240307-v1:0",
        "anthropic.claude-3-opus-20240229-v1:0",
    ];

    /// <summary>AWS says that these cache, but the book has no rate for it.</summary>
    private static readonly string[] RulesButNoPrice =
    [
        "anthropic.claude-mythos-5",
        "anthropic.claude-mythos-5-1",
        "minimax.minimax-m2.1",
        "mistral.mistral-large-3-675b-instruct",
    ];

    /// <summary>The price list prices batch of these, but AWS's page of batch inference does not list them.</summary>
    private static readonly string[] PricedBeyondTheCard =
    [
        "amazon.titan-embed-text-v1 batch",
        "google.gemma-4-26b-a4b batch",
        "google.gemma-4-31b batch",
        "google.gemma-4-e2b batch",
        "meta.llama3-70b-instruct-v1:0 batch",
        "meta.llama3-8b-instruct-v1:0 batch",
        "minimax.minimax-m2.5 batch",
        "mistral.mistral-7b-instruct-v0:2 batch",
        "mistral.mistral-large-2402-v1:0 batch",
        "mistral.mixtral-8x7b-instruct-v0:1 batch",
        "nvidia.nemotron-super-3-120b batch",
        "writer.palmyra-vision-7b batch",
        "xai.grok-4.3 batch",
        "zai.glm-5 batch",
    ];

    /// <summary>Their days are of a list that is not AWS's; a page that names them takes them off this list.</summary>
    private static readonly string[] DaysWithoutPage =
    [
        "meta.llama3-1-405b-instruct-v1:0",
        "meta.llama3-2-11b-instruct-v1:0",
        "meta.llama3-2-1b-instruct-v1:0",
        "meta.llama3-2-3b-instruct-v1:0",
        "meta.llama3-2-90b-instruct-v1:0",
    ];

    private static IReadOnlyList<CatalogueModel> Models => Some.Book.Catalogue.Models;

    [Fact]
    public void A_successor_is_another_model_that_is_still_sold() =>
        Assert.All(Models.Where(model => model.Successor is not null), model =>
        {
            var next = Assert.Single(Models, each => each.Id == model.Successor);
            Assert.NotEqual(model.Id, next.Id);
            Assert.DoesNotContain(next.Status, Retired);
            Assert.Contains(model.Status, Retired);
        });

    [Fact]
    public void A_model_ends_after_it_becomes_legacy() =>
        Assert.All(
            Models.Where(model => model is { LegacyFrom: not null, EndOfLife: not null }),
            model => Assert.True(model.EndOfLife > model.LegacyFrom, model.Id));

    [Fact]
    public void A_retired_model_has_its_days_or_is_listed_as_unknown() =>
        Assert.Equal(
            UnknownDates,
            Models.Where(model => Retired.Contains(model.Status) && (model.LegacyFrom is null || model.EndOfLife is null))
                .Select(model => model.Id));

    [Fact]
    public void A_model_that_is_still_sold_has_no_days_of_retirement() =>
        Assert.All(
            Models.Where(model => !Retired.Contains(model.Status)),
            model => Assert.True(model is { LegacyFrom: null, EndOfLife: null }, model.Id));

    [Fact]
    public void A_model_with_a_cache_read_price_has_caching_rules() =>
        Assert.Equal(PricedButNoRules, Models.Where(model => ReadsCache(model) && model.Caching is null).Select(model => model.Id));

    [Fact]
    public void A_model_with_caching_rules_has_a_cache_read_price() =>
        Assert.Equal(RulesButNoPrice, Models.Where(model => !ReadsCache(model) && model.Caching is not null).Select(model => model.Id));

    /// <summary>Dates and replacements of AWS's lifecycle pages of December 2025 and October 2026, read off by hand.</summary>
    [Theory]
    [InlineData("amazon.titan-text-express-v1", "2025-01-31", "2025-08-15", "amazon.nova-micro-v1:0")]
    [InlineData("anthropic.claude-3-opus-20240229-v1:0", "2025-07-15", "2026-01-15", "anthropic.claude-opus-5-5")]
    [InlineData("anthropic.claude-opus-4-1-20250805-v1:0", "2026-07-08", "2027-01-08", "anthropic.claude-opus-5-5")]
    [InlineData("ai21.jamba-1-5-mini-v1:0", "2026-05-26", "2026-11-26", null)]
    [InlineData("amazon.nova-reel-v1:1", "2026-03-30", "2026-09-30", null)]
    [InlineData("meta.llama2-70b-chat-v1", "2024-05-12", "2024-10-30", null)]
    public void A_model_has_the_published_days(string id, string legacy, string end, string? successor)
    {
        var model = Some.Book.Catalogue.Find(id)!;
        Assert.Equal((legacy, end), (model.LegacyFrom!.Value.ToString("O"), model.EndOfLife!.Value.ToString("O")));
        Assert.Equal(successor, model.Successor);
    }

    /// <summary>AWS, "Service tiers": at least 100,000 input and 10,000 output tokens a minute.</summary>
    [Fact]
    public void A_reservation_has_the_published_minimum()
    {
        var sold = Models.Where(model => model.ReservedMinimum is not null).ToList();
        Assert.Equal(
            Some.Book.Units.Where(unit => unit.Unit.StartsWith("reserved-", StringComparison.Ordinal))
                .Select(unit => unit.Subject).Distinct().Order(StringComparer.Ordinal),
            sold.Select(model => model.Id).Order(StringComparer.Ordinal));
        Assert.All(sold, model => Assert.Equal(new ReservedMinimum(100_000, 10_000), model.ReservedMinimum));
    }

    /// <summary>Read off the model cards by hand.</summary>
    [Theory]
    [InlineData("amazon.nova-micro-v1:0", 128_000, 5_000, "standard batch")]
    [InlineData("anthropic.claude-haiku-5-5", 1_000_000, 128_000, "standard")]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", 200_000, 64_000, "standard batch reserved")]
    [InlineData("deepseek.v3-v1:0", 128_000, 8_000, "standard batch")]
    [InlineData("mistral.pixtral-large-2502-v1:0", 128_000, 16_000, "standard flex priority")]
    [InlineData("zai.glm-4.7", 203_000, 4_000, "standard flex priority batch")]
    [InlineData("ai21.jamba-1-5-large-v1:0", 256_000, 4_000, "standard")]
    [InlineData("deepseek.v3.2", 163_840, 8_000, "standard flex priority batch")]
    [InlineData("openai.gpt-oss-120b-1:0", 128_000, 16_000, "standard flex priority batch")]
    [InlineData("minimax.minimax-m2.5", 196_000, 8_192, "standard flex priority")]
    [InlineData("mistral.magistral-small-2509", 128_000, 40_000, "standard flex priority batch")]
    [InlineData("mistral.mistral-large-3-675b-instruct", 256_000, 32_000, "standard flex priority batch")]
    [InlineData("nvidia.nemotron-super-3-120b", 256_000, 32_768, "standard flex priority")]
    [InlineData("writer.palmyra-x5-v1:0", 128_000, 8_192, "standard")]
    [InlineData("zai.glm-5", 200_000, 128_000, "standard flex priority")]
    public void A_model_has_the_limits_and_tiers_of_its_card(string id, long context, long output, string tiers)
    {
        var model = Some.Book.Catalogue.Find(id)!;
        Assert.Equal((context, output), (model.ContextTokens!.Value, model.MaxOutputTokens!.Value));
        Assert.Equal(tiers, string.Join(' ', model.Tiers.Select(Words.Of)));
    }

    /// <summary>Read off the model cards by hand, of models whose card gives no limit of answers.</summary>
    [Theory]
    [InlineData("amazon.titan-embed-text-v2:0", 8_192, "text", "embedding")]
    [InlineData("cohere.embed-v4:0", 128_000, "text image", "embedding")]
    [InlineData("cohere.rerank-v3-5:0", 4_000, "text", "ranking")]
    [InlineData("google.gemma-4-e2b", 128_000, "text image video audio", "text")]
    [InlineData("moonshotai.kimi-k3", 1_000_000, "text image", "text")]
    [InlineData("openai.gpt-5.6-cyber", 272_000, "text image", "text")]
    [InlineData("xai.grok-4.3", 1_000_000, "text image", "text")]
    public void A_model_takes_and_makes_what_its_card_says(string id, long context, string input, string output)
    {
        var model = Some.Book.Catalogue.Find(id)!;
        Assert.Equal(context, model.ContextTokens);
        Assert.Equal((input, output), (string.Join(' ', model.Input), string.Join(' ', model.Output)));
    }

    [Fact]
    public void A_price_of_a_tier_is_of_one_that_the_card_has() =>
        Assert.Equal(
            PricedBeyondTheCard,
            from model in Models
            where model.Tiers.Count > 0
            from tier in Some.Book.CardsOf(model.Id).Select(card => card.Tier).Distinct().Order()
            where Tells(tier) && !model.Tiers.Contains(tier)
            select $"{model.Id} {Words.Of(tier)}");

    [Fact]
    public void A_model_that_is_sold_in_the_Reserved_tier_has_its_minimum() =>
        Assert.All(
            Models.Where(model => model.Tiers.Count > 0),
            model => Assert.Equal(model.Tiers.Contains(ServiceTier.Reserved), model.ReservedMinimum is not null));

    [Fact]
    public void Days_of_retirement_come_from_AWS()
    {
        using var file = Catalogue();
        var others = file.RootElement.GetProperty("models").EnumerateObject()
            .Where(model => model.Value.GetProperty("endOfLife").ValueKind == JsonValueKind.String)
            .Where(model => model.Value.GetProperty("source").GetString() != "aws-docs")
            .Where(model => !model.Value.TryGetProperty("sources", out var more)
                || !more.TryGetProperty("lifecycle", out var days)
                || !days.GetString()!.StartsWith("aws-", StringComparison.Ordinal))
            .Select(model => model.Name);
        Assert.Equal(DaysWithoutPage, others);
    }

    [Fact]
    public void Every_source_that_a_model_names_is_listed()
    {
        using var file = Catalogue();
        var named = file.RootElement.GetProperty("models").EnumerateObject().SelectMany(model => Named(model.Value));
        var listed = file.RootElement.GetProperty("sources").EnumerateObject().Select(source => source.Name);
        Assert.Empty(named.Except(listed));
    }

    /// <summary>Cards do not speak of latency-optimised inference.</summary>
    private static bool Tells(ServiceTier tier) => tier != ServiceTier.LatencyOptimised;

    private static JsonDocument Catalogue() => JsonDocument.Parse(
        File.ReadAllText(Repository.At("prices/catalogue.jsonc")),
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

    private static IEnumerable<string> Named(JsonElement model) =>
        (model.TryGetProperty("sources", out var more) ? more.EnumerateObject().Select(each => each.Value.GetString()!) : [])
        .Append(model.GetProperty("source").GetString()!);

    private static bool ReadsCache(CatalogueModel model) =>
        Some.Book.CardsOf(model.Id).Any(card => card.Rates.CacheRead is not null);
}
