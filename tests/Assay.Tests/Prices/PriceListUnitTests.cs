using System.Text;
using Assay.Models;
using Assay.Pricing;
using Assay.Pricing.PriceList;
using Assay.Tests.Support;

namespace Assay.Tests.Prices;

/// <summary>SKUs that are not sold by text tokens, spelled as bedrock.md 4.4 and 4.5 have them.</summary>
public sealed class PriceListUnitTests
{
    private const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Lite = "amazon.nova-2-lite-v1:0";
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "hour", "", null, "amazon.nova-2-lite-v1:0 model-unit-hour none 1.5")]
    [InlineData("USE1-Nova2.0Lite-ProvisionedThroughput-1month-ModelUnits", "Hrs", "", null, "amazon.nova-2-lite-v1:0 model-unit-hour 1-month 1.5")]
    [InlineData("USE1-NovaPro-ProvisionedThroughput-6months-ModelUnits", "hours", "", null, "amazon.nova-pro-v1:0 model-unit-hour 6-month 1.5")]
    [InlineData("USE1-MP:USE1_ProvisionedThroughput_NoCommit_ModelUnits_Usage-Units", "Units", "per model unit per hour", "Claude Sonnet 4.5", Sonnet + " model-unit-hour none 1.5")]
    [InlineData("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "Units", "per 1K TPM per hour", "Claude Sonnet 4.5", Sonnet + " reserved-input-1k-tpm-hour 1-month geo 1.5")]
    [InlineData("USE1-MP:USE1_Reserved_3Month_OutputTPM_Global-Units", "1M TPM Hour", "", "Claude Sonnet 4.5", Sonnet + " reserved-output-1k-tpm-hour 3-month global 0.0015")]
    [InlineData("USE1-MP:USE1_Reserved_3Month_OutputTPM-Units", "1K TPM Hour", "", "Claude Sonnet 4.5", Sonnet + " reserved-output-1k-tpm-hour 3-month in-region geo 1.5")]
    [InlineData("USE1-cohere.rerank-v3.5-search-units", "Search units", "", null, "cohere.rerank-v3-5:0 1000-queries none 1500.0")]
    [InlineData("USE1-cohere.rerank-v3.5-search-units", "1K search units", "", null, "cohere.rerank-v3-5:0 1000-queries none 1.5")]
    [InlineData("USE1-Guardrail-AutomatedReasoningPolicyUnitsConsumed", "1K text units", "", null, "guardrails.automated-reasoning 1000-text-units none 1.5")]
    [InlineData("USE1-Guardrail-ContentPolicyUnitsConsumed", "Units", "per 1,000 text units", null, "guardrails.content-filters 1000-text-units none 1.5")]
    [InlineData("USE1-NovaCanvas-image", "images", "", null, "amazon.nova-canvas-v1:0 image-generated none 1.5")]
    [InlineData("USE1-NovaReel-generated-video", "seconds", "", "Nova Reel", "amazon.nova-reel-v1:0 second-of-video-generated none 1.5")]
    public void A_unit_is_read_with_its_term_scope_and_scale(
        string usage, string unit, string description, string? model, string expected)
    {
        var read = Read(new OfferJson().Row(
            usage, "1.5", unit, description, model, service: model is null ? null : $"{model} (Amazon Bedrock Edition)"));

        Assert.Empty(read.Quarantined);
        Assert.Equal(expected, Say(Assert.Single(read.Units).Price));
    }

    /// <summary>A word more may mean another price: such rows are counted, never guessed at.</summary>
    [Theory]
    [InlineData("USE1-NovaCanvas-T2I-1024-Premium", "images", "")]
    [InlineData("USE1-Guardrail-ContentPolicyImageUnitsConsumed", "1K text units", "")]
    [InlineData("USE1-Guardrail-ContentPolicyUnitsConsumed", "Units", "")]
    [InlineData("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "Units", "per 1K TPM")]
    [InlineData("USE1-MP:USE1_Reserved_12Month_InputTPM_Geo-Units", "1K TPM Hour", "")]
    [InlineData("USE1-nova-canvas-search-units", "Search units", "")]
    [InlineData("USE1-NovaTomorrow-ProvisionedThroughput-NoCommit-ModelUnits", "hour", "")]
    public void What_is_not_understood_is_counted(string usage, string unit, string description)
    {
        var read = Read(new OfferJson().Row(usage, "1.5", unit, description, service: "Claude Sonnet 4.5 (Amazon Bedrock Edition)"));

        Assert.Empty(read.Units);
        Assert.Equal(1, read.Skipped.Values.Sum());
    }

    [Theory]
    [InlineData("-0.1", "USD", "negative")]
    [InlineData("0", "USD", "zero")]
    [InlineData("100000", "USD", "above $10,000")]
    [InlineData("many", "USD", "no number")]
    [InlineData("2", "CNY", "CNY")]
    public void A_unit_price_that_can_t_be_is_set_aside(string usd, string currency, string why)
    {
        var read = Read(new OfferJson().Row(
            "USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits", usd, "hour", sku: "BAD", currency: currency));

        Assert.Empty(read.Units);
        var bad = Assert.Single(read.Quarantined);
        Assert.Equal("BAD", bad.Row.Sku);
        Assert.Contains(why, bad.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_prices_of_one_unit_none_is_chosen()
    {
        const string usage = "USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits";
        var read = Read(new OfferJson().Row(usage, "20", "hour").Row(usage, "21", "hour"));

        Assert.Empty(read.Units);
        Assert.Equal(2, read.Quarantined.Count);
    }

    [Fact]
    public void The_book_s_own_prices_by_units_are_no_difference()
    {
        var hourly = Some.Book.FindProvisioned(Lite, "us-east-1", "none", Today)!.PerUnit.Rate;
        var offer = new OfferJson()
            .Row("USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", $"{hourly}", "hour")
            .Row("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "198", "1M TPM Hour", service: "Claude Sonnet 4.5 (Amazon Bedrock Edition)")
            .Row("USE1-cohere.rerank-v3.5-search-units", "0.002", "search units");

        Assert.Empty(Compare(offer.ToString(), Some.Book).Differing);
    }

    /// <summary>Reckoned by hand from prices/amazon.jsonc, imported.jsonc and the rows below.</summary>
    [Fact]
    public void Every_unit_that_differs_is_told_with_both_prices_and_what_only_the_book_has_too()
    {
        var offer = new OfferJson()
            .Row("USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "77", "hour")
            .Row("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "0.25", "1K TPM Hour", service: "Claude Sonnet 4.5 (Amazon Bedrock Edition)")
            .Row("USE1-MP:USE1_Reserved_1Month_InputTPM_Global-Units", "180", "1M TPM Hour", service: "Claude Sonnet 4.5 (Amazon Bedrock Edition)")
            .Row("USE1-cohere.rerank-v3.5-search-units", "0.003", "search units")
            .Row("USE1-Guardrail-ContentPolicyUnitsConsumed", "0.15", "1K text units");

        Assert.Equal(
            [
                "amazon.nova-2-lite-v1:0 model-unit-hour 1-month us-east-1 2026-11-26: 55 -> ",
                "amazon.nova-2-lite-v1:0 model-unit-hour none us-east-1 2026-11-01: 60.5 -> 77",
                Sonnet + " reserved-input-1k-tpm-hour 1-month geo us-east-1 2026-11-01: 0.198 -> 0.25",
                "cohere.rerank-v3-5:0 1000-queries none us-east-1 2026-11-01: 2 -> 3",
            ],
            Compare(offer.ToString(), Some.Book).Differences().Select(each => FormattableString.Invariant(
                $"{string.Join(' ', ((string?[])[each.Key.Subject, each.Key.Unit, each.Key.Term, each.Key.Scope is { } scope ? Words.Of(scope) : null, each.Key.Region]).Where(word => word is not null))} {each.From:yyyy-MM-dd}: {each.Before:0.###} -> {each.After:0.###}")));
    }

    [Fact]
    public void A_list_that_is_cut_off_tells_nothing_of_what_it_lacks()
    {
        var whole = new OfferJson().Row("USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "77", "hour").ToString();
        Assert.Contains(Compare(whole, Some.Book).Differences(), each => each.After is null);
        Assert.DoesNotContain(Compare(whole[..^1], Some.Book).Differences(), each => each.After is null);
    }

    [Fact]
    public void With_the_list_s_units_laid_over_it_the_book_agrees_with_the_list_and_keeps_the_past()
    {
        var offer = new OfferJson()
            .Row("USE1-Nova2.0Lite-ProvisionedThroughput-NoCommit-ModelUnits", "77", "hour")
            .Row("USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units", "0.25", "1K TPM Hour", service: "Claude Sonnet 4.5 (Amazon Bedrock Edition)")
            .Row("USE1-cohere.rerank-v3.5-search-units", "0.003", "search units").ToString();
        var once = Compare(offer, Some.Book);
        var text = PriceFileText.Of(
            PriceBook.Of(new Dictionary<string, IReadOnlyList<PriceCard>>(), "x", once.Hourly, once.Units), ["what it is"], "AWS Price List");
        var mended = PriceOverlay.Overlay(Some.Book, PriceFiles.Read([("list.jsonc", Encoding.UTF8.GetBytes(text))]));

        Assert.Equal(3, once.Differing.Count);
        Assert.Empty(Compare(offer, mended).Differing);
        Assert.Equal(77m, mended.FindProvisioned(Lite, "us-east-1", "none", Today)!.PerUnit.Rate);
        Assert.Equal(
            Some.Book.FindProvisioned(Lite, "us-east-1", "none", new(2026, 10, 31))!.PerUnit.Rate,
            mended.FindProvisioned(Lite, "us-east-1", "none", new(2026, 10, 31))!.PerUnit.Rate);
    }

    [Fact]
    public void A_later_unit_price_ends_the_earlier_one_of_the_same_key()
    {
        UnitPrice Made(decimal usd, string from, string seen) => new(
            "a.b", "1000-queries", [], ["us-east-1"], "none", usd, Day(from), null, FromBasis.Effective, "s", Day(seen));
        PriceBook Of(UnitPrice unit) => PriceBook.Of(new Dictionary<string, IReadOnlyList<PriceCard>>(), "x", units: [unit]);
        var both = PriceOverlay.Overlay(Of(Made(1, "2026-01-01", "2026-01-01")), Of(Made(2, "2026-06-01", "2026-06-02"))).Units;
        var outdated = PriceOverlay.Overlay(Of(Made(3, "2026-09-01", "2026-09-01")), Of(Made(2, "2026-06-01", "2026-06-02"))).Units;

        Assert.Equal([(1m, Day("2026-06-01")), (2m, null)], both.OrderBy(unit => unit.Usd).Select(unit => (unit.Usd, unit.To)));
        Assert.Equal([(2m, Day("2026-09-01")), (3m, null)], outdated.OrderBy(unit => unit.Usd).Select(unit => (unit.Usd, unit.To)));
    }

    private static UnitComparison Compare(string offer, PriceBook book)
    {
        var reader = new PriceListReader(book.Catalogue);
        reader.Add("offer.json", "https://example.com/offer.json", new MemoryStream(Encoding.UTF8.GetBytes(offer)));
        return new(book, reader.Content(), Today);
    }

    private static PriceListContent Read(OfferJson offer)
    {
        var reader = new PriceListReader(Some.Book.Catalogue);
        reader.Add("offer.json", "https://example.com/offer.json", new MemoryStream(offer.Bytes));
        return reader.Content();
    }

    private static string Say(UnitPrice unit) => FormattableString.Invariant(
        $"{string.Join(' ', [unit.Subject, unit.Unit, unit.Term, .. unit.Scopes.Select(Words.Of)])} {unit.Usd}");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
