using System.Text;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;
using Assay.Tests.Support;

namespace Assay.Tests.Prices;

public sealed class PriceOverlayTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly PriceKey Nova = new("amazon.nova-pro-v1:0", RoutingScope.InRegion, "us-east-1");

    [Fact]
    public void A_user_s_card_is_the_price_from_its_first_day_on_for_its_key_alone()
    {
        var book = Overlay(Nova.Model, """[{ "scopes": ["in-region"], "regions": ["us-east-1"], "tier": "standard", "contextFrom": 0, "from": "2026-11-01", "to": null, "fromBasis": "effective", "rates": { "input": 0.7, "output": 3.1 }, "source": "own", "checked": "2026-11-20" }]""");

        Assert.Equal(0.7m, book.Find(Nova, new(2026, 11, 1))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 10, 31))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.84m, book.Find(Nova with { Region = "ap-southeast-2" }, Today)!.Rates.Input!.Value.Rate);
        Assert.All(Enum.GetValues<ServiceTier>().Skip(1), tier => Assert.Equal(
            Some.Book.Find(Nova with { Tier = tier }, Today)?.Rates, book.Find(Nova with { Tier = tier }, Today)?.Rates));
        Assert.NotEqual(Some.Book.Digest, book.Digest);
    }

    [Fact]
    public void A_model_of_tomorrow_is_priced_and_known_by_its_id()
    {
        var book = Overlay("moonshotai.kimi-k3", """[{ "scopes": ["geo"], "regions": ["us-east-1"], "tier": "standard", "contextFrom": 0, "from": "2026-11-01", "to": null, "fromBasis": "effective", "rates": { "input": 0.6, "output": 2.5 }, "source": "own", "checked": "2026-11-20" }]""");

        Assert.Equal(0.6m, book.Find(new("moonshotai.kimi-k3", RoutingScope.Geo, "us-east-1"), Today)!.Rates.Input!.Value.Rate);
        Assert.NotNull(book.Catalogue.Find("moonshotai.kimi-k3"));
    }

    [Fact]
    public void A_book_without_a_user_s_prices_is_itself()
    {
        Assert.Same(Some.Book, PriceOverlay.Overlay(Some.Book, PriceFiles.Read([])));
        Assert.Same(Some.Book, PriceOverlay.Override(Some.Book, []).Book);
    }

    [Fact]
    public void A_discount_is_a_share_off_the_list_price_in_its_period_and_place()
    {
        var book = Override("""{ "model": "amazon.nova-pro-v1:0", "from": "2026-11-10", "to": "2026-11-15", "discount": 0.10, "regions": ["us-east-1"] }""");

        Assert.Equal(0.72m, book.Find(Nova, new(2026, 11, 10))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 11, 9))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 11, 15))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.84m, book.Find(Nova with { Region = "ap-southeast-2" }, new(2026, 11, 10))!.Rates.Input!.Value.Rate);
    }

    [Fact]
    public void A_private_rate_and_a_discount_of_another_kind_hold_together()
    {
        var rates = Override(
            """
            { "model": "amazon.nova-pro-v1:0", "from": "2026-11-01", "usdPerMillion": { "input": 0.5 } },
            { "model": "*", "from": "2026-11-01", "discount": 0.5, "kinds": ["output"] }
            """).Find(Nova, Today)!.Rates;

        Assert.Equal((0.5m, 1.6m), (rates.Input!.Value.Rate, rates.Output!.Value.Rate));
    }

    [Fact]
    public void An_override_of_nothing_is_told() =>
        Assert.Single(PriceOverlay.Override(Some.Book, Read("""{ "model": "a.b", "from": "2026-01-01", "discount": 0.1 }""")).Idle);

    [Theory]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01", "discount": 0.1 }, { "model": "a.b", "from": "2026-06-01", "discount": 0.2 }""", "overrides[0]")]
    [InlineData("""{ "model": "*", "from": "2026-01-01", "discount": 0.1 }, { "model": "a.b", "from": "2026-06-01", "usdPerMillion": { "input": 1 } }""", "overrides[1]")]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01" }""", "either")]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01", "discount": 10 }""", "between 0 and 1")]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01", "discout": 0.1 }""", "discout")]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01", "usdPerMillion": { "inputs": 1 } }""", "inputs")]
    [InlineData("""{ "model": "a.b", "from": "2026-01-01", "discount": 0.1, "regions": [1] }""", "not valid")]
    public void An_override_that_can_t_be_meant_is_an_error_that_names_its_place(string overrides, string words)
    {
        var error = Assert.Throws<AssayException>(() => Read(overrides));
        Assert.Equal(ExitCode.Usage, error.ExitCode);
        Assert.Contains("overrides.jsonc", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_that_follow_each_other_do_not_overlap() => Assert.Equal(2, Read(
        """
        { "model": "a.b", "from": "2026-01-01", "to": "2026-06-01", "discount": 0.1 },
        { "model": "a.b", "from": "2026-06-01", "discount": 0.2 }
        """).Count);

    private static PriceBook Overlay(string model, string cards)
    {
        var file = $$$"""{ "schema": "assay.prices.file/1", "vendor": "own", "sources": { "own": { "title": "own", "url": "https://example.com", "published": "2026-11-20" } }, "regionSets": {}, "models": { "{{{model}}}": {{{cards}}} }, "provisioned": {} }""";
        var read = PriceFiles.Read([("own.jsonc", Encoding.UTF8.GetBytes(file))]);
        return PriceOverlay.Overlay(Some.Book, read);
    }

    private static PriceBook Override(string overrides)
    {
        var (book, idle) = PriceOverlay.Override(Some.Book, Read(overrides));
        Assert.Empty(idle);
        return book;
    }

    private static IReadOnlyList<PriceOverride> Read(string overrides) => PriceOverrides.Read(
        "overrides.jsonc",
        Encoding.UTF8.GetBytes($$"""{ "schema": "assay.prices.overrides/1", "overrides": [{{overrides}}] }"""));
}
