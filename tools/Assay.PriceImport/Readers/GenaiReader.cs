using System.Globalization;
using Assay.Models;
using YamlDotNet.RepresentationModel;

namespace Assay.PriceImport.Readers;

/// <summary>genai-prices: US dollars per million tokens, some with a first day, some with a tier by prompt length.</summary>
internal static class GenaiReader
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["input_mtok"] = "input",
        ["output_mtok"] = "output",
        ["cache_read_mtok"] = "cacheRead",
        ["cache_write_mtok"] = "cacheWrite5m",
        ["input_audio_mtok"] = "1m-input-audio-tokens",
        ["output_audio_mtok"] = "1m-output-audio-tokens",
    };

    public static IEnumerable<Observation> Read(TextReader text, SourceNames names)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        var models = (YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode)["models"];
        return models.Cast<YamlMappingNode>().SelectMany(model => Model(model, names));
    }

    private static IEnumerable<Observation> Model(YamlMappingNode model, SourceNames names)
    {
        var spelling = Text(model["id"]);
        var (id, scopes, _) = names.OfId(spelling);
        var day = model.Children.TryGetValue("prices_checked", out var seen)
            ? Day(Text(seen))
            : Sources.Of(Sources.Genai).Published;
        var common = new Observation(
            Sources.Genai, spelling, id, scopes, [], ServiceTier.Standard, LongContext: false, "input", 0, day);
        if (model["prices"] is YamlMappingNode plain)
        {
            return Prices(plain, common);
        }

        var periods = ((YamlSequenceNode)model["prices"]).Cast<YamlMappingNode>().ToList();
        return periods.SelectMany((period, i) => Prices(
            (YamlMappingNode)period["prices"],
            common with
            {
                Effective = Start(period),
                // What a later period has ended was last seen on the day before that.
                Day = i + 1 < periods.Count && Start(periods[i + 1]) is { } next && next <= day ? next.AddDays(-1) : day,
            }));
    }

    private static DateOnly? Start(YamlMappingNode period) =>
        period.Children.TryGetValue("constraint", out var constraint)
            ? Day(Text(((YamlMappingNode)constraint)["start_date"]))
            : null;

    private static IEnumerable<Observation> Prices(YamlMappingNode prices, Observation common)
    {
        foreach (var (name, value) in prices.Children)
        {
            var kind = Kinds[Text(name)] is "cacheWrite5m"
                && common.Model?.StartsWith("openai.", StringComparison.Ordinal) == true
                    ? "cacheWrite30m"
                    : Kinds[Text(name)];
            if (value is not YamlMappingNode tiered)
            {
                yield return common with { Kind = kind, Usd = Number(value) };
                continue;
            }

            yield return common with { Kind = kind, Usd = Number(tiered["base"]) };
            foreach (var tier in (YamlSequenceNode)tiered["tiers"])
            {
                yield return common with { Kind = kind, Usd = Number(((YamlMappingNode)tier)["price"]), LongContext = true };
            }
        }
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static decimal Number(YamlNode node) => decimal.Parse(Text(node), CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
