using Assay.Models;

namespace Assay.Analysis.Levers;

/// <summary>
/// Whose models, and in which Regions, levers may propose: <c>allowedProviders</c> and <c>allowedRegions</c> of
/// <c>assay.yaml</c>. What was called already is not judged by it.
/// </summary>
/// <param name="Providers">As the catalogue spells them; null allows all.</param>
/// <param name="Regions">
/// Regions, and geographies as inference profiles spell them, <c>global</c> among them; null allows all. A call to a
/// geography may be processed in any of its Regions, so the geography itself has to be named.
/// </param>
public sealed record AllowedPlaces(IReadOnlyList<string>? Providers = null, IReadOnlyList<string>? Regions = null)
{
    /// <summary>What stands for every Region.</summary>
    public const string Everywhere = "global";

    public static AllowedPlaces Any { get; } = new();

    public bool Has(CatalogueModel model) =>
        Providers is null || Providers.Contains(model.Provider, StringComparer.OrdinalIgnoreCase);

    /// <param name="region">The Region that is called.</param>
    public bool Has(RoutingScope scope, string region)
    {
        IEnumerable<string> wide = scope switch
        {
            RoutingScope.Global => [Everywhere],
            RoutingScope.Geo => [Everywhere, Geography.Of(region)],
            _ => [Everywhere, Geography.Of(region), region],
        };
        return Regions is null || wide.Intersect(Regions, StringComparer.Ordinal).Any();
    }
}
