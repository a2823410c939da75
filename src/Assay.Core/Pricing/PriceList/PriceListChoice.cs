using Assay.Models;
using Assay.Usage;

namespace Assay.Pricing.PriceList;

/// <summary>One price for each key. Where rows differ none of them is chosen.</summary>
internal static class PriceListChoice
{
    public static (IReadOnlyList<PriceListPrice> Kept, IReadOnlyList<QuarantinedPrice> Refused) Of(
        IReadOnlyList<PriceListPrice> prices)
    {
        var (kept, refused) = (new List<PriceListPrice>(), new List<QuarantinedPrice>());
        var paid = prices.Where(price => price.Rate.Rate > 0).Select(price => price.Key.Model).ToHashSet();
        foreach (var same in prices.GroupBy(price => price.Key))
        {
            List<PriceListPrice> said = [.. same.Where(price => !price.Implied)];
            List<PriceListPrice> rows = said.Count > 0 ? said : [.. same];
            if (rows.Select(price => price.Rate).Distinct().Skip(1).Any())
            {
                refused.AddRange(rows.Select(price => new QuarantinedPrice(
                    price.Row, $"{same.Key} has different prices: {Join(rows)}")));
            }
            else if (rows[0].Rate.Rate == 0m && paid.Contains(same.Key.Model) && !MayBeFree(same.Key.Kind))
            {
                refused.AddRange(rows.Select(price => new QuarantinedPrice(
                    price.Row, "its price is zero where others of the model are not")));
            }
            else
            {
                // The earliest of equal prices: the price has held at least since then.
                kept.Add(rows.OrderBy(price => price.FromBasis).ThenBy(price => price.From).First());
            }
        }

        return (
            [.. kept.OrderBy(price => price.Key.ToString(), StringComparer.Ordinal)],
            [.. refused.DistinctBy(each => each.Row)]);
    }

    /// <summary>One price of each unit in each Region, and none where rows differ.</summary>
    public static (IReadOnlyList<PriceListUnit> Kept, IReadOnlyList<QuarantinedPrice> Refused) Of(
        IReadOnlyList<PriceListUnit> units)
    {
        var (kept, refused) = (new List<PriceListUnit>(), new List<QuarantinedPrice>());
        foreach (var same in units.GroupBy(unit => Key(unit.Price)).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var prices = same.Select(unit => unit.Price.Usd).Distinct().ToList();
            if (prices.Count > 1)
            {
                refused.AddRange(same.Select(unit => new QuarantinedPrice(
                    unit.Row, $"{same.Key} has different prices: {string.Join(", ", prices.Order())}")));
            }
            else
            {
                kept.Add(same.OrderBy(unit => unit.Price.FromBasis).ThenBy(unit => unit.Price.From).First());
            }
        }

        return (kept, refused);
    }

    private static string Key(UnitPrice unit) => string.Join(
        ' ', [unit.Subject, unit.Unit, unit.Term, .. unit.Scopes.Select(Words.Of), .. unit.Regions]);

    /// <summary>Nova's cache writes are.</summary>
    private static bool MayBeFree(TokenKind kind) => kind is not (TokenKind.Input or TokenKind.Output);

    private static string Join(IEnumerable<PriceListPrice> rows) =>
        string.Join(", ", rows.Select(row => $"{row.Rate.Rate:0.######} ({row.Row.Sku})"));
}
