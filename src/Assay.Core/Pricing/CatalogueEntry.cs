using Assay.Models;

namespace Assay.Pricing;

/// <summary>Reads one model of <c>catalogue.jsonc</c>.</summary>
internal static class CatalogueEntry
{
    public static CatalogueModel Read((string Id, Place Entry) member)
    {
        var (id, entry) = member;
        return new(
            id,
            entry.Text("name"),
            entry.Text("provider"),
            entry.Text("family"),
            entry.Text("tokenizer"),
            (int)entry.Get("size").Number(),
            Texts(entry, "aliases"),
            Texts(entry, "input"),
            Texts(entry, "output"),
            Whole(entry, "contextTokens"),
            Whole(entry, "maxOutputTokens"),
            entry.Optional("tools")?.Value.GetBoolean(),
            entry.Optional("caching") is { } caching ? Rules(caching) : null,
            entry.Text("status"),
            entry.OptionalDay("legacyFrom"),
            entry.OptionalDay("endOfLife"),
            entry.Optional("successor")?.Value.GetString(),
            (int?)Whole(entry, "burnDown"),
            entry.Optional("reservedMinimum") is { } least ? Minimum(least) : null)
        {
            Tiers = entry.Optional("tiers") is { } tiers ? [.. tiers.Items().Select(Tier).Order()] : [],
        };
    }

    private static ServiceTier Tier(Place item) =>
        Words.Tier(item.Value.GetString() ?? "") ?? throw item.Wrong($"no tier is called {item.Value}");

    private static CachingRules Rules(Place caching) => new(
        Whole(caching, "minTokens"),
        (int?)Whole(caching, "maxCheckpoints"),
        Texts(caching, "ttls"),
        Texts(caching, "fields"),
        Whole(caching, "maxTokens"));

    private static ReservedMinimum Minimum(Place least) =>
        new((long)least.Get("inputTpm").Number(), (long)least.Get("outputTpm").Number());

    private static IReadOnlyList<string> Texts(Place entry, string name) => entry.Optional(name)?.Texts() ?? [];

    private static long? Whole(Place entry, string name) => (long?)entry.Optional(name)?.Number();
}
