using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Models;

namespace Assay.PriceImport.Readers;

/// <summary>
/// The scrape of AWS's pricing page. It names hardly a Region, mixes worked examples with prices and spells headings
/// in several ways; a column is recognised by its words.
/// </summary>
internal static partial class PageReader
{
    /// <summary>Places of the page as Regions, where a row names them.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["US East (N. Virginia)"] = "us-east-1",
        ["US East (Ohio)"] = "us-east-2",
        ["US West (Oregon)"] = "us-west-2",
        ["Europe (Frankfurt)"] = "eu-central-1",
        ["Europe (Ireland)"] = "eu-west-1",
        ["Europe (Zurich)"] = "eu-central-2",
        ["Europe (Paris)"] = "eu-west-3",
    };

    /// <summary>A worked example: its numbers are arithmetic, not prices.</summary>
    public static bool IsExample(JsonElement row) =>
        Category(row) is var text && (text.StartsWith("Model evaluation", StringComparison.Ordinal)
            || text.StartsWith("Pricing Example", StringComparison.Ordinal));

    public static IEnumerable<Observation> Read(JsonElement root, SourceNames names) =>
        from row in root.EnumerateArray()
        where !IsExample(row)
        from cell in row.EnumerateObject()
        let usd = UsdOf(cell)
        where usd is not null
        select Of(row, cell.Name.Replace(' ', ' '), usd.Value, names);

    private static Observation Of(JsonElement row, string heading, decimal usd, SourceNames names)
    {
        var name = NameOf(row);
        var path = $"{row.GetProperty("Hierarchy_Path").GetString()} > {Category(row)} > {heading} > {name}";
        var lower = path.ToLowerInvariant();
        var kind = KindOf(heading.ToLowerInvariant(), lower);
        var import = lower.StartsWith("custom model import", StringComparison.Ordinal);
        return new(
            Sources.Page,
            name,
            import ? "bedrock.custom-model-import" : names.OfName(name),
            lower.Contains("global cross", StringComparison.Ordinal) ? [RoutingScope.Global]
                : lower.Contains("geo and in-region", StringComparison.Ordinal)
                    ? [RoutingScope.InRegion, RoutingScope.Geo] : [],
            RegionsOf(row),
            TierOf(lower),
            LongContext: false,
            kind,
            Observation.Clean(usd),
            Sources.Of(Sources.Page).Published)
        {
            Term = lower.Contains("1-month", StringComparison.Ordinal) ? "1-month"
                : lower.Contains("3-month", StringComparison.Ordinal) ? "3-month"
                : lower.Contains("6-month", StringComparison.Ordinal) ? "6-month" : "none",
            Effective = Extended().IsMatch(lower) ? new DateOnly(2025, 12, 1) : null,
        };
    }

    /// <summary>
    /// Our kind or unit of a column. The one heading that says "per 1,000 tokens" outside the examples is a slip of the
    /// page: its $1.00 is the latency-optimised price of a million (the price list has it so).
    /// </summary>
    private static string KindOf(string heading, string path) => heading switch
    {
        _ when Has(heading, "1k input tpm") => "reserved-input-1k-tpm-hour",
        _ when Has(heading, "1k output tpm") => "reserved-output-1k-tpm-hour",
        _ when Has(path, "custom model unit") => Has(path, "storage") ? "custom-model-unit-month" : "custom-model-unit-minute",
        _ when Has(heading, "per hour") => "model-unit-hour",
        _ when Has(heading, "store") => "model-storage-month",
        _ when Has(heading, "train") => Has(heading, "hour") ? "training-hour" : "1m-training-tokens",
        _ when Has(heading, "queries") || Has(path, "rerank") => "1000-queries",
        _ when Has(path, "web grounding") => "1000-requests",
        _ when Has(heading, "video generated") => "second-of-video-generated",
        _ when Has(heading, "second of video") => "second-of-video",
        _ when Has(heading, "second of audio") => "second-of-audio",
        _ when Has(heading, "document image") => "document-image",
        _ when Has(heading, "image input") || Has(heading, "price per image seen") => "image",
        _ when Has(heading, "image generated") || Has(heading, "generated image") || Has(heading, "per generation") => "image-generated",
        _ when Has(heading, "(audio)") || Has(path, "> speech") => Has(heading, "output") ? "1m-output-audio-tokens" : "1m-input-audio-tokens",
        _ when Has(heading, "output tokens (image)") => "1m-output-image-tokens",
        _ when Has(heading, "cache read") || Has(heading, "cached input") => "cacheRead",
        _ when Has(heading, "1h cache") || Has(heading, "1hr cache") => "cacheWrite1h",
        _ when Has(heading, "cache write") => Has(path, "gpt-") ? "cacheWrite30m" : "cacheWrite5m",
        _ when Has(heading, "output tok") => "output",
        _ when Has(heading, "input tok") || Has(heading, "token text input") => "input",
        _ => "other-" + heading.Replace(' ', '-'),
    };

    /// <summary>The tier that the heading or the tab names; null for a table that puts several under one heading.</summary>
    private static ServiceTier? TierOf(string path) =>
        Has(path, "batch)") || Has(path, "> batch") ? ServiceTier.Batch
        : Has(path, "> flex") ? ServiceTier.Flex
        : Has(path, "> priority") ? ServiceTier.Priority
        : Has(path, "latency optimized") ? ServiceTier.LatencyOptimised
        : Has(path, "input modalities") ? null
        : ServiceTier.Standard;

    private static decimal? UsdOf(JsonProperty cell)
    {
        var match = cell.Value.ValueKind == JsonValueKind.String && !cell.Name.EndsWith("models", StringComparison.Ordinal)
            ? Dollars().Match(cell.Value.GetString()!)
            : Match.Empty;
        return match.Success ? decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static string NameOf(JsonElement row)
    {
        var cell = row.EnumerateObject().FirstOrDefault(each =>
            !each.Name.StartsWith("Price", StringComparison.Ordinal) && (each.Name.EndsWith("models", StringComparison.OrdinalIgnoreCase)
            || each.Name.EndsWith(" model", StringComparison.Ordinal)
            || each.Name is "Model" or "Model Name" or "Column_0" or "Custom Model Unit version"
                or "Stability AI Image Services"));
        return cell.Value.ValueKind == JsonValueKind.String ? cell.Value.GetString()!.Trim() : "";
    }

    private static IReadOnlyList<string> RegionsOf(JsonElement row) =>
        row.TryGetProperty("Regions", out var regions)
            ? [.. Places.Where(place => regions.GetString()!.Contains(place.Key, StringComparison.Ordinal)).Select(place => place.Value)]
            : [];

    private static string Category(JsonElement row) =>
        row.TryGetProperty("Pricing_Category", out var category) ? category.GetString() ?? "" : "";

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*\$\s*(\d+(?:\.\d+)?)")]
    private static partial Regex Dollars();

    [GeneratedRegex("effective 1 dec 2025")]
    private static partial Regex Extended();
}
