using System.Text.Json;
using Assay.Models;

namespace Assay.PriceImport.Readers;

/// <summary>
/// The extract of AWS's price list: one row a model, variant and Region. A row without a variant is the price of the
/// bare id and of geographic profiles, the cross-Region variant that of the global profile.
/// </summary>
internal static class PriceListReader
{
    private static readonly (string Mark, ServiceTier Tier, bool Global)[] Variants =
        [(" (クロスリージョン)", ServiceTier.Standard, true), (" (バッチ)", ServiceTier.Batch, false)];

    public static IEnumerable<Observation> Read(JsonElement root, SourceNames names)
    {
        var day = DateOnly.Parse(root.GetProperty("publicationDate").GetString()![..10], null);
        foreach (var row in root.GetProperty("rows").EnumerateArray())
        {
            var spelling = row.GetProperty("m").GetString()!;
            var variant = Array.Find(Variants, each => spelling.EndsWith(each.Mark, StringComparison.Ordinal));
            var name = variant.Mark is null ? spelling : spelling[..^variant.Mark.Length];
            foreach (var (field, kind) in new[] { ("i", "input"), ("o", "output") })
            {
                if (row.GetProperty(field) is { ValueKind: JsonValueKind.Number } usd)
                {
                    yield return new(
                        Sources.PriceList,
                        name + (variant.Global ? " (global)" : variant.Mark is null ? "" : " (batch)"),
                        IsOther(name) ? null : names.OfName(name),
                        variant.Global ? [RoutingScope.Global] : [RoutingScope.InRegion, RoutingScope.Geo],
                        [row.GetProperty("r")[0].GetString()!],
                        variant.Mark is null ? ServiceTier.Standard : variant.Tier,
                        LongContext: false,
                        kind,
                        Observation.Clean(usd.GetDecimal()),
                        day);
                }
            }
        }
    }

    /// <summary>Rows whose price is not that of a million tokens of the model.</summary>
    private static bool IsOther(string name) =>
        name.EndsWith(" Custom", StringComparison.Ordinal) || name.EndsWith("(100K)", StringComparison.Ordinal)
        || name.Contains("Marengo", StringComparison.Ordinal);
}
