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
