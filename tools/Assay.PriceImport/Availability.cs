using System.Text.Json;
using Assay.Models;

namespace Assay.PriceImport;

/// <summary>
/// Where a model can be called and how, from the model list of the sources: by Region <c>ON_DEMAND</c>, <c>GLOBAL</c>
/// and the prefixes of geographic profiles.
/// </summary>
internal sealed class Availability(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> ways)
{
    /// <summary>Regions that a price speaks of which names none: those of the page's default.</summary>
    private static readonly string[] Home = ["us-east-1", "us-east-2", "us-west-2"];

    public static Availability Read(string models)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(models, "regions/bedrock_models.json")));
        return new(document.RootElement.EnumerateObject().ToDictionary(
            model => model.Name,
            IReadOnlyDictionary<string, IReadOnlyList<string>> (model) =>
                model.Value.GetProperty("inference_types").EnumerateObject().ToDictionary(
                    region => region.Name,
                    IReadOnlyList<string> (region) => [.. region.Value.EnumerateArray().Select(way => way.GetString()!)])));
    }

    /// <summary>The pairs of scope and Region that an observation speaks of.</summary>
    public IEnumerable<(RoutingScope Scope, string Region)> Of(Observation seen)
    {
        var regions = ways.GetValueOrDefault(seen.Model!);
        if (seen.Regions.Count > 0)
        {
            return
                from region in seen.Regions
                from scope in seen.Scopes.Count == 0 ? [RoutingScope.InRegion] : seen.Scopes
                where scope != RoutingScope.Geo || seen.Scopes.Count == 1
                    || regions?.GetValueOrDefault(region)?.Any(IsGeo) == true
                where scope != RoutingScope.InRegion || seen.Scopes.Count == 1
                    || regions?.GetValueOrDefault(region) is not { } there || there.Contains("ON_DEMAND")
                select (scope, region);
        }

        var prefix = ModelIdParts.Parse(ForeignSpelling.ToBedrock(seen.Spelling)).Prefix?.ToUpperInvariant();
        return prefix is null
            ? Home.Where(region => regions is null || regions.GetValueOrDefault(region)?.Contains("ON_DEMAND") == true)
                .Select(region => (RoutingScope.InRegion, region))
            : (regions ?? new Dictionary<string, IReadOnlyList<string>>())
                .Where(pair => pair.Value.Contains(prefix))
                .Select(pair => (prefix == "GLOBAL" ? RoutingScope.Global : RoutingScope.Geo, pair.Key));
    }

    private static bool IsGeo(string way) => way is not "ON_DEMAND" and not "GLOBAL" and not "PROVISIONED";
}
