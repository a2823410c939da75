using System.Text.Json;
using Assay.Models;

namespace Assay.PriceImport.Readers;

/// <summary>
/// Portkey's price files, in US cents for one token. A model has a price of its default Region, and others by Region
/// and mode.
/// </summary>
internal static class PortkeyReader
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["request_token"] = "input",
        ["response_token"] = "output",
        ["cache_read_input_token"] = "cacheRead",
        ["cache_write_input_token"] = "cacheWrite5m",
        ["cache_write_1h"] = "cacheWrite1h",
        ["image"] = "image-generated",
    };

    public static IEnumerable<Observation> Read(JsonElement root, SourceNames names)
    {
        foreach (var model in root.EnumerateObject().Where(model => model.Name != "default"))
        {
            var (id, scopes, _) = names.OfId(model.Name);
            var common = new Observation(
                Sources.Portkey, model.Name, id, scopes, [], ServiceTier.Standard, LongContext: false, "input", 0,
                Sources.Of(Sources.Portkey).Published);
            foreach (var seen in Of(model.Value, common))
            {
                yield return seen with { Kind = KindOf(seen, id) };
            }
        }
    }

    /// <summary>GPT's cache writes live for thirty minutes, and Portkey has one field for a write.</summary>
    private static string KindOf(Observation seen, string? id) =>
        seen.Kind == "cacheWrite5m" && id?.StartsWith("openai.", StringComparison.Ordinal) == true
            ? "cacheWrite30m"
            : seen.Kind;

    private static IEnumerable<Observation> Of(JsonElement model, Observation common)
    {
        if (model.TryGetProperty("pricing_config", out var top))
        {
            foreach (var seen in Config(top, common))
            {
                yield return seen;
            }
        }

        if (!model.TryGetProperty("custom_pricing", out var custom) || !custom.TryGetProperty("regions", out var regions))
        {
            yield break;
        }

        foreach (var region in regions.EnumerateObject())
        {
            var at = common with { Regions = region.Name == "default" ? [] : region.Name.Split(',') };
            foreach (var mode in region.Value.GetProperty("execution_modes").EnumerateObject())
            {
                foreach (var seen in Mode(mode.Value, at with { Tier = Words.Tier(mode.Name) }))
                {
                    yield return seen;
                }
            }
        }
    }

    private static IEnumerable<Observation> Mode(JsonElement mode, Observation common)
    {
        var plain = mode.TryGetProperty("pricing_config", out var config) ? Config(config, common) : [];
        return !mode.TryGetProperty("context_tiers", out var tiers)
            ? plain
            : plain.Concat(tiers.EnumerateObject().SelectMany(tier => Config(
                tier.Value.GetProperty("pricing_config"),
                common with { LongContext = tier.Name.StartsWith("gt-", StringComparison.Ordinal) })));
    }

    private static IEnumerable<Observation> Config(JsonElement config, Observation common)
    {
        foreach (var (part, tier) in new[] { ("pay_as_you_go", common.Tier), ("batch_config", ServiceTier.Batch) })
        {
            if (!config.TryGetProperty(part, out var prices))
            {
                continue;
            }

            foreach (var (name, price) in Prices(prices))
            {
                var times = name == "image" ? 0.01m : 10_000m;
                yield return common with { Tier = tier, Kind = Kinds.GetValueOrDefault(name, "other-" + name), Usd = Observation.Clean(price * times) };
            }
        }
    }

    private static IEnumerable<(string Name, decimal Cents)> Prices(JsonElement prices)
    {
        foreach (var member in prices.EnumerateObject())
        {
            if (member.Name == "additional_units")
            {
                foreach (var unit in Prices(member.Value))
                {
                    yield return unit;
                }
            }
            else if (member.Name == "image")
            {
                var image = member.Value.GetProperty("default").GetProperty("default");
                yield return ("image", image.GetProperty("price").GetDecimal());
            }
            else
            {
                yield return (member.Name, member.Value.GetProperty("price").GetDecimal());
            }
        }
    }
}
