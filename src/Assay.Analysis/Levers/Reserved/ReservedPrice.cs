using Assay.Pricing;

namespace Assay.Analysis.Levers.Reserved;

/// <summary>What the Reserved tier costs for a term: an hour of 1,000 tokens a minute.</summary>
internal sealed record ReservedPrice(string Term, UnitPrice Input, UnitPrice Output)
{
    public const string InputUnit = "reserved-input-1k-tpm-hour";

    public const string OutputUnit = "reserved-output-1k-tpm-hour";

    /// <summary>As <c>3 months</c>.</summary>
    public string Words => Term switch
    {
        "1-month" => "a month",
        "3-month" => "three months",
        _ => Term,
    };

    /// <summary>Every term that is sold for a key on a day, the shortest first; none where no price is known.</summary>
    public static IReadOnlyList<ReservedPrice> Of(PriceBook book, PriceKey key, DateOnly day)
    {
        var prices = book.Units.Where(unit => unit.Subject == key.Model && unit.HoldsOn(day)
                && unit.Scopes.Contains(key.Scope) && (unit.Regions.Count == 0 || unit.Regions.Contains(key.Region)))
            .ToLookup(unit => (unit.Unit, unit.Term));
        return
        [
            .. from term in prices.Select(same => same.Key.Term).Distinct().Order(StringComparer.Ordinal)
               let input = prices[(InputUnit, term)].FirstOrDefault()
               let output = prices[(OutputUnit, term)].FirstOrDefault()
               where input is not null && output is not null
               select new ReservedPrice(term, input, output),
        ];
    }
}
