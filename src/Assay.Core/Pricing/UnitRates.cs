namespace Assay.Pricing;

/// <summary>A book's prices by units and by hours of a model unit, looked up alike.</summary>
internal sealed class UnitRates
{
    /// <summary>The unit of Provisioned Throughput, which a book keeps among its hourly prices.</summary>
    public const string Hour = "model-unit-hour";

    private readonly List<UnitPrice> all;
    private readonly ILookup<(string, string, string), UnitPrice> units;

    public UnitRates(PriceBook book)
    {
        all =
        [
            .. book.Units,
            .. book.ProvisionedModels.SelectMany(model => book.ProvisionedCardsOf(model).Select(card => new UnitPrice(
                model, Hour, [], card.Regions, card.Term, card.PerUnit.Rate, card.From, card.To, card.FromBasis,
                card.Source, card.Checked))),
        ];
        units = all.ToLookup(unit => (unit.Subject, unit.Unit, unit.Term));
    }

    public IEnumerable<UnitKey> Keys => all.SelectMany(KeysOf);

    /// <summary>A price once for each of its scopes and Regions.</summary>
    public static IEnumerable<UnitKey> KeysOf(UnitPrice unit) =>
        from scope in unit.Scopes.Count > 0 ? unit.Scopes.Select(each => (Models.RoutingScope?)each) : [null]
        from region in unit.Regions.Count > 0 ? unit.Regions.Cast<string?>() : [null]
        select new UnitKey(unit.Subject, unit.Unit, scope, region, unit.Term);

    public decimal? On(UnitKey key, DateOnly day)
    {
        var known = Of(key).Where(unit => unit.HoldsOn(day)).ToList();
        // A price that names no Region is one for all that no other names.
        var here = key.Region is { } region ? known.Find(unit => unit.Regions.Contains(region)) : null;
        return (here ?? known.Find(unit => unit.Regions.Count == 0))?.Usd;
    }

    /// <summary>Days on which the price at this key may change.</summary>
    public IEnumerable<DateOnly> Days(UnitKey key) =>
        Of(key).SelectMany(unit => (DateOnly?[])[unit.From, unit.To]).OfType<DateOnly>();

    private IEnumerable<UnitPrice> Of(UnitKey key) => units[(key.Subject, key.Unit, key.Term)].Where(unit =>
        unit.Scopes.Count == 0 || (key.Scope is { } scope && unit.Scopes.Contains(scope)));
}
