using Assay.Analysis.Levers;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// As what a meter's calls would be priced if no capacity were bought: those of a provisioned model as calls of its
/// base model in the first scope in which it is sold, those of a reservation at the standard tier.
/// </summary>
internal sealed class OnDemandMeters(PriceBook book, PriceBoard board, DateOnly day)
{
    private static readonly RoutingScope[] Scopes = [RoutingScope.InRegion, RoutingScope.Geo, RoutingScope.Global];

    public Meter Of(Meter meter) =>
        board.Resolve(meter) is ModelResolution.Known { Scope: RoutingScope.Provisioned } known
        ? meter with { ModelId = CallIds.Of(KeyOf(known.Model.Id, meter.Region)) }
        : meter.Tier == ServiceTier.Reserved ? meter with { Tier = ServiceTier.Standard }
        : meter;

    private PriceKey KeyOf(string model, string region)
    {
        var keys = Scopes.Select(scope => new PriceKey(model, scope, region)).ToList();
        return keys.Find(key => book.Find(key, day) is not null) ?? keys[0];
    }
}
