using System.Text;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;
using Assay.Pricing.PriceList;
using Assay.Tests.Support;

namespace Assay.Tests.Prices;

public sealed class PriceOverlayTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly PriceKey Nova = new("amazon.nova-pro-v1:0", RoutingScope.InRegion, "us-east-1");

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> Nothing =
        new Dictionary<string, IReadOnlyList<PriceCard>>();

    [Fact]
    public void A_user_s_card_is_the_price_from_its_first_day_on_for_its_key_alone()
    {
        var book = PriceOverlay.Overlay(Some.Book, Update(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0007")).Cards);

        Assert.Equal(0.7m, book.Find(Nova, new(2026, 11, 1))!.Rates.Input!.Value.Rate);
        Assert.Equal(3.2m, book.Find(Nova, new(2026, 11, 1))!.Rates.Output!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 10, 31))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova with { Region = "us-west-2" }, Today)!.Rates.Input!.Value.Rate);
        Assert.NotEqual(Some.Book.Digest, book.Digest);
    }

    [Fact]
    public void What_the_book_says_already_is_not_written()
    {
        var update = Update(new OfferJson()
            .Row("USE1-NovaPro-input-tokens", "0.0008").Row("USE1-NovaPro-output-tokens", "0.0032"));

        Assert.Equal((0, 0), (update.Changed, update.Cards.Count));
        Assert.Same(Some.Book, PriceOverlay.Overlay(Some.Book, update.Cards));
    }

    [Fact]
    public void A_model_of_tomorrow_is_priced_and_read_back_from_the_file_as_it_was_written()
    {
        var update = Update(new OfferJson()
            .Row("USE1-moonshotai.kimi-k3-mantle-input-tokens-standard", "0.0006")
            .Row("USE1-moonshotai.kimi-k3-mantle-output-tokens-standard", "0.0025"));
        var file = PriceFiles.Read([("list", PriceFileWriter.Write("price-list", "AWS Price List", update.Cards))]);
        var book = PriceOverlay.Overlay(Some.Book, file.Models.ToDictionary(model => model, file.CardsOf));

        var rates = book.Find(new("moonshotai.kimi-k3", RoutingScope.Geo, "us-east-1"), Today)!.Rates;
        Assert.Equal((0.6m, 2.5m), (rates.Input!.Value.Rate, rates.Output!.Value.Rate));
        Assert.NotNull(book.Catalogue.Find("moonshotai.kimi-k3"));
        Assert.Equal(0, PriceListUpdate.Of(Some.Book, update.Cards, Content(new OfferJson()
            .Row("USE1-moonshotai.kimi-k3-mantle-input-tokens-standard", "0.0006")), Today).Changed);
    }

    [Fact]
    public void A_second_update_closes_the_period_of_the_first()
    {
        var first = Update(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0007"));
        var second = PriceListUpdate.Of(
            Some.Book, first.Cards,
            Content(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0006", effective: "2026-11-15T00:00:00Z")), Today);

        Assert.Equal(
            ["2026-11-01 2026-11-15 0.7", "2026-11-15  0.6"],
            second.Cards[Nova.Model].Select(card => $"{card.From:yyyy-MM-dd} {card.To:yyyy-MM-dd} {card.Rates.Input!.Value.Rate:0.0}"));
    }

    [Fact]
    public void A_difference_names_both_prices_and_their_ratio()
    {
        var found = PriceComparison.Of(
            Some.Book, Content(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0016")), Today);

        var input = Assert.Single(found, each => each.Key is { Kind: Usage.TokenKind.Input, Scope: RoutingScope.InRegion, Tier: ServiceTier.Standard });
        Assert.Equal((0.8m, 1.6m, 2m), (input.Left!.Value.Rate, input.Right!.Value.Rate, input.Ratio));
        Assert.Contains(found, each => each.Right is null && each.Key.Kind == Usage.TokenKind.Output);
        Assert.Empty(PriceComparison.Of(Some.Book, Some.Book, Today));
    }

    [Fact]
    public void A_discount_is_a_share_off_the_list_price_in_its_period_and_place()
    {
        var book = Override("""{ "model": "amazon.nova-pro-v1:0", "from": "2026-11-10", "to": "2026-11-15", "discount": 0.10, "regions": ["us-east-1"] }""");

        Assert.Equal(0.72m, book.Find(Nova, new(2026, 11, 10))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 11, 9))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova, new(2026, 11, 15))!.Rates.Input!.Value.Rate);
        Assert.Equal(0.8m, book.Find(Nova with { Region = "us-west-2" }, new(2026, 11, 10))!.Rates.Input!.Value.Rate);
    }

    [Fact]
    public void A_private_rate_and_a_discount_of_another_kind_hold_together()
    {
        var book = Override(
            """
            { "model": "amazon.nova-pro-v1:0", "from": "2026-11-01", "usdPerMillion": { "input": 0.5 } },
            { "model": "*", "from": "2026-11-01", "discount": 0.5, "kinds": ["output"] }
            """);

        var rates = book.Find(Nova, Today)!.Rates;
        Assert.Equal((0.5m, 1.6m), (rates.Input!.Value.Rate, rates.Output!.Value.Rate));
    }

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

    private static PriceBook Override(string overrides)
    {
        var (book, idle) = PriceOverlay.Override(Some.Book, Read(overrides));
        Assert.Empty(idle);
        return book;
    }

    private static IReadOnlyList<PriceOverride> Read(string overrides) => PriceOverrides.Read(
        "overrides.jsonc",
        Encoding.UTF8.GetBytes($$"""{ "schema": "assay.prices.overrides/1", "overrides": [{{overrides}}] }"""));

    private static PriceListUpdate Update(OfferJson offer) =>
        PriceListUpdate.Of(Some.Book, Nothing, Content(offer), Today);

    private static PriceListContent Content(OfferJson offer)
    {
        var reader = new PriceListReader(Some.Book.Catalogue);
        using var content = new MemoryStream(offer.Bytes);
        reader.Add("offer.json", content);
        return reader.Content();
    }
}
