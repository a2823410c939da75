using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;
using CsCheck;

namespace Assay.Tests.Prices;

public sealed class BookComparisonTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    /// <summary>The oracle asks both books on every day of forty.</summary>
    [Fact]
    public void Every_day_on_which_two_books_differ_lies_in_one_difference_and_no_other_day_does() =>
        Gen.Select(Book, Book).Sample((before, after) =>
        {
            var found = BookComparison.Of(Made(before), Made(after));
            for (var day = 0; day < 40; day++)
            {
                var at = First.AddDays(day);
                var (a, b) = (On(before, day), On(after, day));
                var covering = found.Where(each => each.From <= at && (each.To is null || at < each.To)).ToList();
                Assert.Equal(a == b ? [] : [(a, b)], covering.Select(each => (each.Before, each.After)));
            }

            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
            Assert.DoesNotContain(found.Zip(found.Skip(1)), pair => pair.First.To == pair.Second.From
                && (pair.First.Before, pair.First.After) == (pair.Second.Before, pair.Second.After));
        });

    /// <summary>The same oracle over hours of a model unit and over queries, one with Regions and one without.</summary>
    [Fact]
    public void Every_day_on_which_two_books_differ_by_hours_or_units_lies_in_one_difference() =>
        Gen.Select(Book, Book, Gen.Bool).Sample((before, after, hourly) =>
        {
            var found = BookComparison.Units(ByUnits(before, hourly), ByUnits(after, hourly));
            Assert.All(found, each => Assert.Equal(hourly ? "model-unit-hour" : "1000-queries", each.Key.Unit));
            for (var day = 0; day < 40; day++)
            {
                var at = First.AddDays(day);
                var (a, b) = (On(before, day), On(after, day));
                Assert.Equal(
                    a == b ? [] : [(a, b)],
                    found.Where(each => each.From <= at && (each.To is null || at < each.To)).Select(each => (each.Before, each.After)));
            }
        });

    [Fact]
    public void A_price_of_one_Region_is_held_against_the_one_of_every_other_Region()
    {
        UnitPrice Of(string[] regions, decimal usd) => new(
            "a.b", "1000-queries", [RoutingScope.Geo], regions, "none", usd, First, null, FromBasis.Effective, "s", First);
        PriceBook Book(params UnitPrice[] units) => PriceBook.Of(new Dictionary<string, IReadOnlyList<PriceCard>>(), "x", units: units);
        var found = Assert.Single(BookComparison.Units(Book(Of([], 2)), Book(Of([], 2), Of(["us-east-1"], 3))));

        Assert.Equal((new UnitKey("a.b", "1000-queries", RoutingScope.Geo, "us-east-1", "none"), 2m, 3m), (found.Key, found.Before, found.After));
    }

    [Fact]
    public void A_model_that_one_book_lacks_has_no_price_there()
    {
        var found = Assert.Single(BookComparison.Of(Made([]), Made([(3, 5, 7)])));
        Assert.Equal((null, 7m, First.AddDays(3), First.AddDays(8)), (found.Before, found.After, found.From, found.To!.Value));
    }

    /// <summary>Periods one after another: days until it begins, days that it lasts, price.</summary>
    private static Gen<(int Gap, int Days, int Usd)[]> Book =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 8], Gen.Int[1, 3]).Array[0, 4];

    private static decimal? On((int Gap, int Days, int Usd)[] periods, int day)
    {
        var at = 0;
        foreach (var (gap, days, usd) in periods)
        {
            at += gap;
            if (day >= at && day < at + days)
            {
                return usd;
            }

            at += days;
        }

        return null;
    }

    private static PriceBook ByUnits((int Gap, int Days, int Usd)[] periods, bool hourly)
    {
        var tokens = Made(periods).CardsOf("a.b");
        var none = new Dictionary<string, IReadOnlyList<PriceCard>>();
        return hourly
            ? PriceBook.Of(none, "x", new Dictionary<string, IReadOnlyList<ProvisionedCard>>
            {
                ["a.b"] = [.. tokens.Select(card => new ProvisionedCard(
                    card.Regions, "1-month", new(card.Rates.Input!.Value.Rate), card.From, card.To, card.FromBasis, "s", First))],
            })
            : PriceBook.Of(none, "x", units: [.. tokens.Select(card => new UnitPrice(
                "a.b", "1000-queries", [], [], "none", card.Rates.Input!.Value.Rate, card.From, card.To, card.FromBasis, "s", First))]);
    }

    private static PriceBook Made((int Gap, int Days, int Usd)[] periods)
    {
        var (at, cards) = (0, new List<PriceCard>());
        foreach (var (gap, days, usd) in periods)
        {
            at += gap;
            cards.Add(new(
                [RoutingScope.InRegion], ["us-east-1"], ServiceTier.Standard, 0, First.AddDays(at), First.AddDays(at + days), FromBasis.Effective,
                new(new UsdPerMillion(usd), null, null, null, null, null), "s", First, null));
            at += days;
        }

        return new(
            new([]), new Dictionary<string, IReadOnlyList<PriceCard>> { ["a.b"] = cards },
            new Dictionary<string, IReadOnlyList<ProvisionedCard>>(), [], "x");
    }
}
