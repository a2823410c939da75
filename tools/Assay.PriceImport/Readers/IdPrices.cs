using System.Text.Json;
using Assay.Models;

namespace Assay.PriceImport.Readers;

/// <summary>The sources that key prices by a model id: LiteLLM, its history, models.dev, ccusage, Langfuse.</summary>
internal static class IdPrices
{
    /// <summary>LiteLLM's fields: kind, tier, long context, and what one unit of the field is in ours.</summary>
    private static readonly Dictionary<string, (string Kind, ServiceTier Tier, bool Long, decimal Times)> Fields =
        new(StringComparer.Ordinal)
        {
            ["input_cost_per_token"] = ("input", ServiceTier.Standard, false, 1_000_000),
            ["output_cost_per_token"] = ("output", ServiceTier.Standard, false, 1_000_000),
            ["cache_read_input_token_cost"] = ("cacheRead", ServiceTier.Standard, false, 1_000_000),
            ["cache_creation_input_token_cost"] = ("cacheWrite5m", ServiceTier.Standard, false, 1_000_000),
            ["cache_creation_input_token_cost_above_1hr"] = ("cacheWrite1h", ServiceTier.Standard, false, 1_000_000),
            ["input_cost_per_token_above_200k_tokens"] = ("input", ServiceTier.Standard, true, 1_000_000),
            ["output_cost_per_token_above_200k_tokens"] = ("output", ServiceTier.Standard, true, 1_000_000),
            ["cache_read_input_token_cost_above_200k_tokens"] = ("cacheRead", ServiceTier.Standard, true, 1_000_000),
            ["cache_creation_input_token_cost_above_200k_tokens"] =
                ("cacheWrite5m", ServiceTier.Standard, true, 1_000_000),
            ["cache_creation_input_token_cost_above_1hr_above_200k_tokens"] =
                ("cacheWrite1h", ServiceTier.Standard, true, 1_000_000),
            ["input_cost_per_token_batches"] = ("input", ServiceTier.Batch, false, 1_000_000),
            ["output_cost_per_token_batches"] = ("output", ServiceTier.Batch, false, 1_000_000),
            ["input_cost_per_query"] = ("1000-queries", ServiceTier.Standard, false, 1_000),
            ["input_cost_per_audio_token"] = ("1m-input-audio-tokens", ServiceTier.Standard, false, 1_000_000),
            ["input_cost_per_video_per_second"] = ("second-of-video", ServiceTier.Standard, false, 1),
            ["input_cost_per_audio_per_second"] = ("second-of-audio", ServiceTier.Standard, false, 1),
            ["input_cost_per_image"] = ("image", ServiceTier.Standard, false, 1),
            ["output_cost_per_image"] = ("image-generated", ServiceTier.Standard, false, 1),
            ["output_cost_per_second"] = ("model-unit-hour", ServiceTier.Standard, false, 3_600),
            ["input_cost_per_second"] = ("model-unit-hour", ServiceTier.Standard, false, 3_600),
        };

    public static IEnumerable<Observation> LiteLlm(JsonElement root, SourceNames names)
    {
        var day = Sources.Of(Sources.LiteLlm).Published;
        return
            from model in root.EnumerateObject()
            where IsBedrock(model.Value)
            from field in model.Value.EnumerateObject()
            where IsPrice(field)
            from seen in Of(names, Sources.LiteLlm, model.Name, field.Name, field.Value.GetDecimal(), day)
            select seen;
    }

    /// <summary>
    /// Every value that the file ever had. One that the same source later changed carries the day of that change:
    /// it is evidence of what was written, not of what was charged.
    /// </summary>
    public static IEnumerable<Observation> History(IReadOnlyList<string> lines, SourceNames names)
    {
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        foreach (var row in rows.Where(row => row[6].Length > 0))
        {
            var day = Day(row[0]);
            var next = rows.Find(each => each[3] == row[3] && each[4] == row[4] && each[2] == "change"
                && string.CompareOrdinal(each[0], row[0]) > 0);
            foreach (var seen in Of(names, Sources.History, row[3], row[4], Number(row[6]), day))
            {
                yield return seen with { Until = next is null ? null : Day(next[0]) };
            }
        }
    }

    public static IEnumerable<Observation> ModelsDev(JsonElement root, SourceNames names) =>
        from model in root.EnumerateObject()
        where model.Value.TryGetProperty("cost", out _)
        let id = model.Name[(model.Name.LastIndexOf('/') + 1)..^5]
        from seen in Costs(Sources.ModelsDev, id, model.Value.GetProperty("cost"), names)
        select seen;

    /// <summary>Of ccusage's models only those that a Bedrock id names.</summary>
    public static IEnumerable<Observation> CcUsage(JsonElement root, SourceNames names) =>
        from model in root.EnumerateObject()
        where ModelIdParts.Parse(model.Name).Base is not null && names.OfId(model.Name).Model is not null
        from seen in Costs(Sources.CcUsage, model.Name, model.Value.GetProperty("cost"), names)
        select seen;

    /// <summary>Langfuse has one price for a model wherever it is called; a pattern with a Bedrock id speaks of it.</summary>
    public static IEnumerable<Observation> Langfuse(JsonElement root, SourceNames names)
    {
        (string Field, string Kind)[] kinds =
        [
            ("input", "input"), ("output", "output"), ("input_cache_read", "cacheRead"),
            ("input_cache_creation_5m", "cacheWrite5m"), ("input_cache_creation_1h", "cacheWrite1h"),
        ];
        return
            from model in root.EnumerateArray()
            let pattern = model.GetProperty("matchPattern").GetString()!
            where pattern.Contains(@"anthropic\.claude", StringComparison.Ordinal)
            let name = model.GetProperty("modelName").GetString()!.Replace("3.5", "3-5", StringComparison.Ordinal)
                .Replace("3.7", "3-7", StringComparison.Ordinal)
            from tier in model.GetProperty("pricingTiers").EnumerateArray()
            where tier.GetProperty("isDefault").GetBoolean()
            from kind in kinds
            where tier.GetProperty("prices").TryGetProperty(kind.Field, out _)
            let usd = tier.GetProperty("prices").GetProperty(kind.Field).GetDecimal() * 1_000_000
            let found = names.OfId(name)
            select new Observation(
                Sources.Langfuse, name, found.Model, [], [], ServiceTier.Standard, LongContext: false, kind.Kind,
                Observation.Clean(usd), Sources.Of(Sources.Langfuse).Published);
    }

    private static IEnumerable<Observation> Costs(string source, string id, JsonElement cost, SourceNames names)
    {
        (string Field, string Kind)[] kinds =
            [("input", "input"), ("output", "output"), ("cache_read", "cacheRead"), ("cache_write", "cacheWrite5m")];
        var (model, scopes, region) = names.OfId(id);
        foreach (var (field, kind) in kinds)
        {
            if (cost.TryGetProperty(field, out var usd))
            {
                yield return new(
                    source, id, model, scopes, region is null ? [] : [region], ServiceTier.Standard,
                    LongContext: false, kind, Observation.Clean(usd.GetDecimal()), Sources.Of(source).Published);
            }
        }
    }

    private static IEnumerable<Observation> Of(
        SourceNames names, string source, string id, string field, decimal usd, DateOnly day)
    {
        var (model, scopes, region) = names.OfId(id);
        var (kind, tier, isLong, times) = Fields.GetValueOrDefault(field, ("other-" + field, ServiceTier.Standard, false, 1));
        yield return new(
            source, id, model, scopes, region is null ? [] : [region], tier, isLong, kind,
            Observation.Clean(usd * times), day)
        {
            Term = id.Contains("1-month", StringComparison.Ordinal) ? "1-month"
                : id.Contains("6-month", StringComparison.Ordinal) ? "6-month" : "none",
        };
    }

    private static bool IsBedrock(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("litellm_provider", out var provider)
        && provider.GetString()!.StartsWith("bedrock", StringComparison.Ordinal);

    private static bool IsPrice(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.Number && field.Name.Contains("cost", StringComparison.Ordinal);

    private static DateOnly Day(string instant) =>
        DateOnly.FromDateTime(DateTimeOffset.Parse(instant, null).UtcDateTime);

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
}
