using System.Security.Cryptography;
using System.Text;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;
using Assay.Tests.Support;

namespace Assay.Tests.Core;

public sealed class PriceBookTests
{
    private static readonly DateOnly Day = new(2026, 11, 10);

    /// <summary>Figures of the AWS Price List extract of 2026-08-20 and of genai-prices, read off by hand.</summary>
    [Theory]
    [InlineData("anthropic.claude-opus-4-8", RoutingScope.Geo, "us-east-1", 5.50, 27.50, 0.55, 6.875)]
    [InlineData("anthropic.claude-opus-4-8", RoutingScope.Global, "us-east-1", 5, 25, 0.5, 6.25)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Geo, "eu-west-1", 3.30, 16.50, 0.33, 4.125)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Global, "us-east-1", 3, 15, 0.30, 3.75)]
    [InlineData("anthropic.claude-haiku-4-5-20251001-v1:0", RoutingScope.Geo, "us-east-1", 1.10, 5.50, 0.11, 1.375)]
    [InlineData("anthropic.claude-3-5-haiku-20241022-v1:0", RoutingScope.Geo, "us-east-1", 0.80, 4, 0.08, 1.00)]
    [InlineData("amazon.nova-pro-v1:0", RoutingScope.InRegion, "us-east-1", 0.80, 3.20, 0.20, 0)]
    [InlineData("amazon.nova-micro-v1:0", RoutingScope.InRegion, "us-east-1", 0.035, 0.14, 0.00875, 0)]
    public void The_book_has_the_published_price(
        string model, RoutingScope scope, string region, double input, double output, double read, double write)
    {
        var rates = Some.Book.Find(new PriceKey(model, scope, region), Day)!.Rates;
        Assert.Equal(
            ((decimal)input, (decimal)output, (decimal)read, (decimal)write),
            (rates.Input!.Value.Rate, rates.Output!.Value.Rate, rates.CacheRead!.Value.Rate, rates.CacheWrite5m!.Value.Rate));
    }

    /// <summary>
    /// Tables of AWS's model cards, read off by hand; Priority is 1.75 and Flex 0.5 of each rate, as the cards say.
    /// </summary>
    [Theory]
    [InlineData("moonshotai.kimi-k3", RoutingScope.Global, "eu-west-1", ServiceTier.Standard, 3, 15, 0.3, 3.75)]
    [InlineData("moonshotai.kimi-k3", RoutingScope.Geo, "us-east-1", ServiceTier.Standard, 3.3, 16.5, 0.33, 4.125)]
    [InlineData("moonshotai.kimi-k3", RoutingScope.Geo, "ca-central-1", ServiceTier.Priority, 5.775, 28.875, 0.5775, 7.21875)]
    [InlineData("moonshotai.kimi-k3", RoutingScope.Global, "us-east-1", ServiceTier.Flex, 1.5, 7.5, 0.15, 1.875)]
    [InlineData("openai.gpt-5.6-cyber", RoutingScope.InRegion, "us-east-2", ServiceTier.Standard, 13.75, 82.5, 1.375, 17.1875)]
    [InlineData("openai.gpt-daybreak-blue-5.6-sol", RoutingScope.InRegion, "us-east-2", ServiceTier.Standard, 5.5, 33, 0.55, 6.875)]
    [InlineData("xai.grok-4.3", RoutingScope.InRegion, "us-west-2", ServiceTier.Standard, 1.25, 2.5, 0.2, null)]
    [InlineData("xai.grok-4.3", RoutingScope.InRegion, "us-gov-west-1", ServiceTier.Flex, 0.75, 1.5, 0.12, null)]
    [InlineData("xai.grok-4.6", RoutingScope.InRegion, "us-west-2", ServiceTier.Standard, 2.2, 6.6, 0.55, null)]
    [InlineData("xai.grok-4.6", RoutingScope.Global, "us-west-2", ServiceTier.Standard, 2, 6, 0.5, null)]
    [InlineData("xai.grok-4.6", RoutingScope.Geo, "us-east-1", ServiceTier.Priority, 3.85, 11.55, 0.9625, null)]
    public void The_book_has_the_price_of_the_model_card(
        string model, RoutingScope scope, string region, ServiceTier tier, double input, double output, double read, double? write)
    {
        var rates = Some.Book.Find(new PriceKey(model, scope, region, tier), Day)!.Rates;
        Assert.Equal(
            ((decimal)input, (decimal)output, (decimal)read, (decimal?)write),
            (rates.Input!.Value.Rate, rates.Output!.Value.Rate, rates.CacheRead!.Value.Rate, rates.CacheWrite30m?.Rate));
    }

    [Theory]
    [InlineData("amazon.nova-pro-v1:0", "eu-central-1", 1.05, 4.20)]
    [InlineData("amazon.nova-pro-v1:0", "ap-southeast-2", 0.84, 3.36)]
    public void A_Region_has_its_own_price(string model, string region, double input, double output)
    {
        var card = Some.Book.CardsOf(model).First(each => each.Regions.Contains(region) && each is { Tier: ServiceTier.Standard, ContextFrom: 0 });
        Assert.Equal(((decimal)input, (decimal)output), (card.Rates.Input!.Value.Rate, card.Rates.Output!.Value.Rate));
    }

    [Fact]
    public void A_price_that_changed_is_the_price_of_its_day()
    {
        var key = new PriceKey("openai.gpt-5.6-sol", RoutingScope.Geo, "us-east-1");
        var before = Some.Book.Find(key, new DateOnly(2026, 8, 20));
        var after = Some.Book.Find(key, new DateOnly(2026, 8, 21));
        Assert.Equal((5.50m, 4.40m), (before!.Rates.Input!.Value.Rate, after!.Rates.Input!.Value.Rate));
    }

    [Fact]
    public void Periods_of_one_price_neither_overlap_nor_leave_a_gap()
    {
        var wrong = new List<string>();
        foreach (var (key, cards) in ByKey())
        {
            var inOrder = cards.OrderBy(card => card.From).ToList();
            wrong.AddRange(inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.First.To != pair.Second.From)
                .Select(pair => $"{key}: {pair.First.From} to {pair.First.To}, then {pair.Second.From}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Hourly_prices_of_one_term_and_Region_do_not_overlap()
    {
        var cards =
            from model in Some.Book.Catalogue.Models
            from card in Some.Book.ProvisionedCardsOf(model.Id)
            from region in card.Regions
            group card by (model.Id, region, card.Term);
        Assert.All(cards, one => Assert.Equal(
            one.Count(), one.Select(card => card.From).Distinct().Count(from => one.Count(card => card.HoldsOn(from)) == 1)));
    }

    [Fact]
    public void Prices_keep_the_order_that_prices_have()
    {
        var wrong = new List<string>();
        foreach (var model in Some.Book.Models)
        {
            foreach (var card in Some.Book.CardsOf(model))
            {
                var rates = card.Rates;
                if (rates.CacheRead > rates.Input || (rates.Output is { } output && output < rates.Input))
                {
                    wrong.Add($"{model} {card.Tier} {card.From}");
                }

                foreach (var region in card.Regions.Where(_ => card.Scopes.Contains(RoutingScope.Geo)))
                {
                    var global = Some.Book.Find(new PriceKey(model, RoutingScope.Global, region, card.Tier), Day);
                    var dearer = Rates.Kinds.Where(kind => global?.Rates[kind] > rates[kind]);
                    wrong.AddRange(dearer.Where(_ => card.HoldsOn(Day) && card.ContextFrom == 0)
                        .Select(kind => $"{model} {region} {card.Tier} {kind}: global above geo"));
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Batch_costs_no_more_than_standard()
    {
        var wrong =
            from model in Some.Book.Models
            from card in Some.Book.CardsOf(model)
            where card.Tier == ServiceTier.Batch && card.HoldsOn(Day) && card.ContextFrom == 0
            from scope in card.Scopes
            from region in card.Regions
            let standard = Some.Book.Find(new PriceKey(model, scope, region), Day)
            where standard?.Rates.Input < card.Rates.Input || standard?.Rates.Output < card.Rates.Output
            select $"{model} {scope} {region}: {card.Rates} above {standard.Rates}";
        Assert.Empty(wrong);
    }

    /// <summary>Prompts of a batch job are not cached, and an entry lives as long as its model lets it.</summary>
    [Fact]
    public void A_cache_has_a_price_only_where_the_model_has_such_a_cache()
    {
        bool Lives(string model, string ttl) =>
            Some.Book.Catalogue.Find(model)!.Caching is not { Ttls.Count: > 0 } caching || caching.Ttls.Contains(ttl);
        Assert.Empty(
            from model in Some.Book.Models
            from card in Some.Book.CardsOf(model)
            let rates = card.Rates
            where (card.Tier == ServiceTier.Batch
                    && (rates.CacheRead ?? rates.CacheWrite5m ?? rates.CacheWrite1h ?? rates.CacheWrite30m) is not null)
                || (rates.CacheWrite1h is not null && !Lives(model, "1h"))
                || (rates.CacheWrite30m is not null && !Lives(model, "30m"))
            select $"{model} {card.Tier} {card.From} {string.Join(',', card.Regions)}");
    }

    /// <summary>A source that has one rate for all Regions, whatever the prompt costs there, has made it up.</summary>
    [Theory]
    [InlineData("amazon.nova-micro-v1:0", 0.25, 0)]
    [InlineData("amazon.nova-lite-v1:0", 0.25, 0)]
    [InlineData("amazon.nova-pro-v1:0", 0.25, 0)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", 0.1, 1.25)]
    public void A_cache_costs_the_same_part_of_the_input_price_everywhere(string model, double read, double write)
    {
        var cards = Some.Book.CardsOf(model).Where(card => card.Rates.CacheRead is not null).ToList();
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Equal(
            ((decimal)read, (decimal)write),
            (card.Rates.CacheRead!.Value.Rate / card.Rates.Input!.Value.Rate, card.Rates.CacheWrite5m!.Value.Rate / card.Rates.Input!.Value.Rate)));
    }

    /// <summary>What was entered by mistake ends on its first day: it has landed, and holds on no day.</summary>
    [Fact]
    public void A_withdrawn_period_is_in_the_lock_and_not_in_the_book()
    {
        var withdrawn = Some.Landed.Models.SelectMany(Some.Landed.CardsOf).Where(card => card.To <= card.From).ToList();
        Assert.NotEmpty(withdrawn);
        Assert.DoesNotContain(Some.Book.Models.SelectMany(Some.Book.CardsOf), card => card.To <= card.From);
        var key = new PriceKey("amazon.nova-pro-v1:0", RoutingScope.InRegion, "us-west-2");
        Assert.Equal((0.8m, null), (Some.Book.Find(key, Day)!.Rates.Input!.Value.Rate, Some.Book.Find(key, Day)!.Rates.CacheRead?.Rate));
    }

    /// <summary>What can be named is priced, or listed as sold at no known price.</summary>
    [Fact]
    public void Every_model_of_the_catalogue_is_in_the_book() =>
        Assert.Empty(Some.Book.Catalogue.Models.Select(model => model.Id).Except(Some.Book.Models));

    [Fact]
    public void Reserved_capacity_costs_less_for_longer_and_less_through_the_global_profile()
    {
        var reserved = Some.Book.Units.Where(unit => unit.Unit.StartsWith("reserved-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reserved);
        decimal Of(UnitPrice unit, string term, RoutingScope scope) => reserved.Single(other =>
            other.Subject == unit.Subject && other.Unit == unit.Unit && other.Term == term && other.Scopes.Contains(scope)).Usd;
        Assert.All(reserved, unit => Assert.True(
            Of(unit, "3-month", unit.Scopes[0]) < Of(unit, "1-month", unit.Scopes[0])
            && Of(unit, unit.Term, RoutingScope.Global) < Of(unit, unit.Term, RoutingScope.Geo)));
    }

    [Fact]
    public void Every_priced_model_is_in_the_catalogue() =>
        Assert.DoesNotContain(Some.Book.Models, model => Some.Book.Catalogue.Find(model)?.Id != model);

    /// <summary>A landed price never changes; a new one is a new period. UPDATE_GOLDEN=1 adds lines, it never takes one out.</summary>
    [Fact]
    public void No_landed_price_was_edited()
    {
        var file = Repository.At("prices/lock.txt");
        var landed = File.Exists(file) ? File.ReadAllLines(file).ToHashSet() : [];
        var present = ByCard().ToHashSet();
        Assert.Empty(landed.Except(present));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllLines(file, present.Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.Empty(present.Except(landed));
        }
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"schema":"assay.prices.file/1","sources":{},"models":{"m":[{"scopes":["geo"]}]}}""", "regions is missing")]
    [InlineData("""{"schema":"assay.prices.file/1","sources":{},"models":{"m":[{"scopes":["moon"],"regions":[]}]}}""", "no scope is called moon")]
    [InlineData("""{"schema":"assay.prices.file/1","sources":{"s":{"url":"u"}},"models":{"m":[{"scopes":["geo"],"regions":["us-east-1"],"tier":"standard","from":"2026-01-01","fromBasis":"observed","checked":"2026-01-01","source":"s","rates":{"input":-1}}]}}""", "input is negative")]
    public void A_broken_price_file_says_where_and_what(string content, string what)
    {
        var error = Assert.Throws<AssayException>(() => PriceFiles.Read([("broken.jsonc", Encoding.UTF8.GetBytes(content))]));
        Assert.StartsWith("broken.jsonc", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, error.ExitCode);
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Geo, "mars-east-1", ServiceTier.Standard, "mars-east-1")]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", RoutingScope.Geo, "us-east-1", ServiceTier.Flex, "flex")]
    [InlineData("amazon.nova-micro-v1:0", RoutingScope.Global, "us-east-1", ServiceTier.Standard, "global")]
    [InlineData("no.such-model", RoutingScope.Geo, "us-east-1", ServiceTier.Standard, "not in the price book")]
    public void A_price_that_is_missing_names_the_part_that_is_not_sold(
        string model, RoutingScope scope, string region, ServiceTier tier, string part)
    {
        var key = new PriceKey(model, scope, region, tier);
        Assert.Null(Some.Book.Find(key, Day));
        Assert.Contains(part, Some.Book.WhyNot(key, Day), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Key, List<PriceCard> Cards)> ByKey() =>
        from model in Some.Book.Models
        from card in Some.Book.CardsOf(model)
        from scope in card.Scopes
        from region in card.Regions
        group card by $"{model} {scope} {region} {card.Tier} {card.ContextFrom}" into one
        select (one.Key, one.ToList());

    /// <summary>A card without its end, which a successor gives it; one that was withdrawn has landed all the same.</summary>
    private static IEnumerable<string> ByCard() => OfTokens().Concat(OfHours()).Concat(OfUnits());

    private static IEnumerable<string> OfHours() =>
        from model in Some.Book.Catalogue.Models
        from card in Some.Book.ProvisionedCardsOf(model.Id)
        let text = $"{model.Id}|{string.Join(',', card.Regions)}|{card.Term}|{card.From:O}|{card.FromBasis}|{card.PerUnit}"
        select $"{model.Id} provisioned-{card.Term} {card.From:yyyy-MM-dd} {Digest(text)}";

    private static IEnumerable<string> OfUnits() =>
        from unit in Some.Book.Units
        let text = $"{unit.Subject}|{unit.Unit}|{string.Join(',', unit.Scopes)}|{string.Join(',', unit.Regions)}|{unit.Term}"
            + $"|{unit.From:O}|{unit.FromBasis}|{unit.Usd}"
        select $"{unit.Subject} {unit.Unit} {unit.From:yyyy-MM-dd} {Digest(text)}";

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static IEnumerable<string> OfTokens() =>
        from model in Some.Landed.Models
        from card in Some.Landed.CardsOf(model)
        let text = $"{model}|{string.Join(',', card.Scopes)}|{string.Join(',', card.Regions)}|{card.Tier}|{card.ContextFrom}"
            + $"|{card.From:O}|{card.FromBasis}|{card.Rates}"
        select $"{model} {Words.Of(card.Tier)} {card.From:yyyy-MM-dd} {Digest(text)}";
}
