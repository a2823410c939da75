using System.Text;
using Assay.Analysis.Pricing;
using Assay.Models;
using Assay.Pricing;
using Assay.Pricing.PriceList;
using Assay.Tests.Support;
using Assay.Units;
using Assay.Usage;

namespace Assay.Tests.Prices;

/// <summary>Nova Pro in us-east-1 costs 0.80 and 3.20 (bedrock.md 4.2), so its rows agree with the book.</summary>
public sealed class ListComparisonTests
{
    private const string Pro = "amazon.nova-pro-v1:0";
    private const string Lite = "amazon.nova-lite-v1:0";
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void A_price_that_agrees_is_no_difference() =>
        Assert.Empty(Compare(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008000000")).Differing);

    [Fact]
    public void A_price_that_differs_is_told_by_its_key_for_the_Region_and_its_profiles()
    {
        var found = Changes(Compare(new OfferJson().Row("USE1-NovaLite-input-tokens", "0.00007")));

        Assert.Equal([(RoutingScope.InRegion, 0.06m, 0.07m), (RoutingScope.Geo, 0.06m, 0.07m)], found);
    }

    [Fact]
    public void A_profile_that_the_book_does_not_know_of_is_not_made_up()
    {
        var onlyHere = Some.Book.Models.First(model => Some.Book.CardsOf(model) is { Count: > 0 } cards
            && cards.All(card => !card.Scopes.Contains(RoutingScope.Geo))
            && cards.Any(card => card.Regions.Contains("us-east-1") && card.Tier == ServiceTier.Standard));
        var found = Changes(Compare(new OfferJson().Row($"USE1-{onlyHere}-mantle-input-tokens-standard", "0.9")));

        Assert.Equal(RoutingScope.InRegion, Assert.Single(found).Scope);
    }

    [Fact]
    public void What_only_the_book_has_is_told_for_the_models_and_Regions_of_the_list()
    {
        var only = Compare(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008")).Differences();

        Assert.All(only, each => Assert.Equal((Pro, "us-east-1"), (each.Key.Model, each.Key.Region)));
        Assert.All(only, each => Assert.Null(each.After));
        Assert.Contains(only, each => each is { Kind: TokenKind.Output, Before: 3.2m, Key.Scope: RoutingScope.InRegion, Key.Tier: ServiceTier.Standard });
        Assert.DoesNotContain(only, each => each is { Kind: TokenKind.Input, Key.Tier: ServiceTier.Standard });
    }

    [Fact]
    public void A_file_that_breaks_off_says_nothing_of_what_it_lacks()
    {
        var whole = new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008").ToString();

        Assert.Empty(Compare(whole[..^2]).Differences());
    }

    [Fact]
    public void A_long_context_begins_where_the_book_knows_or_is_set_aside()
    {
        var known = Some.Book.Models.First(model => Some.Book.CardsOf(model).Any(card => card.ContextFrom > 0));
        var unknown = Compare(new OfferJson().Row("USE1-NovaPro-input-tokens-long-context", "0.0016"));
        var placed = Compare(new OfferJson().Row($"USE1-{known}-mantle-input-tokens-long-ctx-standard", "0.9"));

        Assert.Single(unknown.Unplaced);
        Assert.Empty(unknown.Cards());
        Assert.Null(unknown.Differences().First(each => each.Before is null).ContextFrom);
        Assert.Empty(placed.Unplaced);
        Assert.All(placed.Cards()[known], card => Assert.True(card.ContextFrom > 0));
    }

    [Fact]
    public void The_cards_keep_the_kinds_that_the_list_is_silent_of()
    {
        var cards = Compare(new OfferJson().Row("USE1-NovaLite-input-tokens", "0.00007")).Cards()[Lite];

        Assert.All(cards, card => Assert.Equal(
            (0.07m, 0.24m, new DateOnly(2026, 11, 1), FromBasis.Effective, new DateOnly(2026, 11, 20)),
            (card.Rates.Input!.Value.Rate, card.Rates.Output!.Value.Rate, card.From, card.FromBasis, card.Checked)));
    }

    /// <summary>The list dates a cache read before the book's prices begin; those still hold only from their own day.</summary>
    [Fact]
    public void A_kind_that_the_book_lacks_is_filled_and_the_others_keep_their_first_day()
    {
        var key = new PriceKey("mistral.mistral-large-3-675b-instruct", RoutingScope.InRegion, "us-east-1");
        var known = Some.Book.Find(key, Today)!;
        var cards = Compare(new OfferJson().Row(
            "USE1-Mistral-Large-3-675b-Instruct-cache-read-input-token-count", "0.00005", effective: "2025-01-01T00:00:00Z"))
            .Cards()[key.Model];
        var card = cards.Single(each => each.Scopes.Contains(RoutingScope.InRegion));

        Assert.Null(known.Rates.CacheRead);
        Assert.Equal(
            (0.05m, known.Rates.Input, known.Rates.Output, known.From),
            (card.Rates.CacheRead!.Value.Rate, card.Rates.Input, card.Rates.Output, card.From));
    }

    [Fact]
    public void With_the_cards_laid_over_it_the_book_agrees_with_the_list()
    {
        var offer = new OfferJson().Row("USE1-NovaLite-input-tokens", "0.00007").Row("USE1-NovaPro-output-tokens", "0.0031")
            .Row("USW2-moonshotai.kimi-k9-mantle-input-tokens-standard", "0.0006").ToString();
        var once = Compare(offer);
        var text = PriceFileText.Of(PriceBook.Of(once.Cards(), "x"), ["what it is"], "AWS Price List");
        var mended = PriceOverlay.Overlay(Some.Book, PriceFiles.Read([("list.jsonc", Encoding.UTF8.GetBytes(text))]));

        Assert.NotEmpty(once.Differing);
        Assert.Empty(Compare(offer, mended).Differing);
        Assert.Equal(0.06m, mended.Find(new(Lite, RoutingScope.InRegion, "us-east-1"), new(2026, 10, 31))!.Rates.Input!.Value.Rate);
    }

    [Fact]
    public void Cards_written_as_a_price_file_are_read_as_they_were()
    {
        var cards = Some.Book.Models.Where(model => Some.Book.CardsOf(model).Count > 0)
            .ToDictionary(model => model, Some.Book.CardsOf);
        var read = PriceFiles.Read([("all.jsonc", Encoding.UTF8.GetBytes(PriceFileText.Of(PriceBook.Of(cards, "x"), [], "all")))]);

        Assert.Empty(BookComparison.Of(Some.Book, read));
        Assert.Equal(Flat(Some.Book), Flat(read));
    }

    [Fact]
    public void A_price_of_the_book_that_began_after_the_list_was_published_holds_from_then_on()
    {
        PriceBook Made(decimal usd, string from, string seen) => new(
            new([]),
            new Dictionary<string, IReadOnlyList<PriceCard>>
            {
                ["a.b"] = [new([RoutingScope.InRegion], ["us-east-1"], ServiceTier.Standard, 0, Day(from), null, FromBasis.Effective, new(new UsdPerMillion(usd), null, null, null, null, null), "s", Day(seen), null)],
            },
            new Dictionary<string, IReadOnlyList<ProvisionedCard>>(), [], "x");
        var key = new PriceKey("a.b", RoutingScope.InRegion, "us-east-1");
        var newer = PriceOverlay.Overlay(Made(3, "2026-12-01", "2026-12-02"), Made(2, "2026-11-01", "2026-11-20"));
        var older = PriceOverlay.Overlay(Made(3, "2026-10-01", "2026-12-02"), Made(2, "2026-11-01", "2026-11-20"));

        Assert.Equal((2m, 3m), (On(newer, key, "2026-11-30"), On(newer, key, "2026-12-01")));
        Assert.Equal((3m, 2m, 2m), (On(older, key, "2026-10-31"), On(older, key, "2026-11-01"), On(older, key, "2026-12-31")));
    }

    /// <summary>A million prompt tokens through the geographic profile at $3.30 and at $3.00 are 30 cents apart.</summary>
    [Fact]
    public void What_a_difference_is_worth_is_told_on_the_tokens_of_a_ledger()
    {
        var offer = new OfferJson().Row("USE1-Claude4.5Sonnet-input-tokens-geo", "0.003", model: "Claude Sonnet 4.5", provider: "Anthropic");
        var comparison = Compare(offer);
        var cards = comparison.Cards().ToDictionary(pair => pair.Key, IReadOnlyList<PriceCard> (pair) => [.. pair.Value]);
        var listed = PriceOverlay.Overlay(Some.Book, PriceBook.Of(cards, "list"));
        using var ledger = Some.Filled([Some.Hour(Some.Meter(tier: ServiceTier.Standard), new UsageCounts { Invocations = 10, Input = 1_000_000, Output = 5_000 })]);

        var worth = Assert.Single(new PriceImpact(ledger, Some.Window).Of(Some.Book, listed));

        Assert.Equal(("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Geo, TokenKind.Input, -0.30m), (worth.Key.Key.Model, worth.Key.Key.Scope, worth.Key.Kind, worth.Value));
    }

    [Fact]
    public void An_offer_of_another_service_is_set_aside_whole()
    {
        var reader = new PriceListReader(Some.Book.Catalogue);
        using var content = new MemoryStream(new OfferJson("AmazonEC2").Row("USE1-NovaPro-input-tokens", "0.5").Bytes);
        reader.Add("ec2.json", "https://example.com/ec2.json", content);

        Assert.Empty(reader.Content().Prices);
        Assert.Contains("AmazonEC2", Assert.Single(reader.Content().Quarantined).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_write_may_be_free_and_a_prompt_may_not()
    {
        var reader = new PriceListReader(Some.Book.Catalogue);
        using var content = new MemoryStream(new OfferJson().Row("USE1-NovaPro-input-tokens", "0.0008")
            .Row("USE1-NovaPro-cache-write-input-token-count", "0", sku: "FREE").Row("USE1-NovaPro-output-tokens", "0", sku: "BAD").Bytes);
        reader.Add("a.json", "https://example.com/a.json", content);

        Assert.Equal(["BAD"], reader.Content().Quarantined.Select(each => each.Row.Sku));
        Assert.Contains(reader.Content().Prices, price => price is { Key.Kind: TokenKind.CacheWrite5m, Rate.Rate: 0m });
    }

    private static decimal On(PriceBook book, PriceKey key, string day) => book.Find(key, Day(day))!.Rates.Input!.Value.Rate;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static List<(RoutingScope Scope, decimal?, decimal?)> Changes(ListComparison comparison) =>
        [.. comparison.Differences().Where(each => each.After is not null).Select(each => (each.Key.Scope, each.Before, each.After))];

    private static List<string> Flat(PriceBook book) =>
    [
        .. from model in book.Models
           from card in book.CardsOf(model)
           from scope in card.Scopes
           from region in card.Regions
           let text = $"{model} {scope} {region} {card.Tier} {card.ContextFrom} {card.From:O} {card.To:O} {card.FromBasis} {string.Join(' ', Rates.Kinds.Select(kind => $"{card.Rates[kind]?.Rate:0.############}"))} {card.Source} {card.Checked:O} {card.Note}"
           orderby text
           select text,
    ];

    private static ListComparison Compare(OfferJson offer) => Compare(offer.ToString());

    private static ListComparison Compare(string offer, PriceBook? book = null)
    {
        var reader = new PriceListReader((book ?? Some.Book).Catalogue);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(offer));
        reader.Add("offer.json", "https://example.com/offer.json", content);
        return new(book ?? Some.Book, reader.Content(), Today);
    }
}
