using Assay.Pricing;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What a model unit of Provisioned Throughput costs for an hour.</summary>
/// <param name="IsAnywhere">The source names no Region for the price.</param>
public sealed record UnitHour(string Term, decimal Usd, bool IsAnywhere)
{
    private const string Unit = "model-unit-hour";

    /// <summary>Every term that has a price in a Region on a day, the shortest first.</summary>
    public static IReadOnlyList<UnitHour> Of(PriceBook book, string model, string region, DateOnly day) =>
    [
        .. from term in CapacityTerm.Provisioned
           let here = book.FindProvisioned(model, region, term, day)?.PerUnit.Rate
           let anywhere = book.Units.FirstOrDefault(unit => unit.Subject == model && unit.Unit == Unit
               && unit.Term == term && unit.HoldsOn(day)
               && (unit.Regions.Count == 0 || unit.Regions.Contains(region)))?.Usd
           where here is not null || anywhere is not null
           select new UnitHour(term, here ?? anywhere!.Value, here is null),
    ];

    /// <summary>Where and for which terms a model's units have a price at all, for who asked for another.</summary>
    public static IReadOnlyList<string> KnownOf(PriceBook book, string model, DateOnly day) =>
    [
        .. book.ProvisionedCardsOf(model).Where(card => card.HoldsOn(day))
            .SelectMany(card => card.Regions.Select(region => (card.Term, Text: $"{region} {card.Term}")))
            .Concat(book.Units.Where(unit => unit.Subject == model && unit.Unit == Unit && unit.HoldsOn(day))
                .Select(unit => (unit.Term, Text: $"any Region {unit.Term}")))
            .OrderBy(each => each.Term, StringComparer.Ordinal).ThenBy(each => each.Text, StringComparer.Ordinal)
            .Select(each => each.Text).Distinct(),
    ];
}
