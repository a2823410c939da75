using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Replays;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What capacity would be bought for.</summary>
/// <param name="Key">Null where that is several things, or nobody said it; then <paramref name="Why"/>.</param>
/// <param name="Why">What keeps a price from being looked up; it can be the scope alone.</param>
internal sealed record CapacityTarget(PriceKey? Key, CatalogueModel? Model, string? Why)
{
    public static CapacityTarget Of(CapacityQuestion question, TokenDemand demand, PriceBook book)
    {
        if (demand.OnDemand is { } priced)
        {
            var (key, model, why) = priced.Only();
            return new(key, model, why);
        }

        return question is not { Model: { } id, Region: { } region }
            ? new(null, null, "the model of the demand is not known: --model ID --region REGION names it")
            : new Resolutions(book.Catalogue, Inventory.Empty).Resolve("", region, id) is ModelResolution.Known known
                ? new(new PriceKey(known.Model.Id, known.Scope, region), known.Model, null)
                : new(new PriceKey(id, RoutingScope.InRegion, region), null, null);
    }

    public CapacityModel? Told => Key is null || Model is null ? null : new(
        Model.Id, Model.Name, Key.Region, Words.Of(Key.Scope), Model.LegacyFrom, Model.EndOfLife, Model.Successor);

    /// <summary>AWS sells no new Provisioned Throughput of a legacy model.</summary>
    public bool IsLegacy(DateOnly day) => Model is not null
        && (Model.LegacyFrom is { } from ? from <= day : Model.Status is "legacy" or "end-of-life");
}
