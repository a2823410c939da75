using System.Text.RegularExpressions;
using Assay.Models;
using Assay.Usage;

namespace Assay.Pricing.PriceList;

/// <summary>
/// A usage type taken apart: <c>USE1-NovaPro-input-tokens-flex</c> is a head, which names the model, and a tail of
/// words. Each word of a tail has to be known: a word that is new may mean a price of something else.
/// </summary>
/// <param name="Head">What stands before the kind, in lower case with dashes; empty for Marketplace rows.</param>
/// <param name="Kind">Null where no word says one.</param>
/// <param name="Wrong">Why the words can't be understood; null where they can.</param>
internal sealed partial record UsageWords(
    string Head,
    TokenKind? Kind,
    RoutingScope? Scope,
    ServiceTier Tier,
    bool LongContext,
    bool Mantle,
    string? Wrong)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "cache", "cached", "read", "reads", "write", "writes", "write1h", "write30m", "write5m", "input", "output",
        "response", "prompt", "token", "tokens", "count", "text", "1h", "30m", "5m", "global", "geo", "regional",
        "cross", "region", "batch", "flex", "priority", "standard", "default", "latency", "optimized", "optimised",
        "long", "context", "ctx", "lctx", "million", "mantle", "on", "demand", "units", "",
    };

    private static readonly string[] Telling = ["usagetype", "inferenceType", "feature", "featureType"];

    public static SkuClass ClassOf(OfferSku sku)
    {
        var said = string.Join(' ', Telling.Select(name => Dashed(sku.Text(name))));
        return Guardrail().IsMatch(said) ? SkuClass.Guardrail
            : Reserved().IsMatch(said) ? SkuClass.Reserved
            : Provisioned().IsMatch(said) ? SkuClass.Provisioned
            : Customization().IsMatch(said) ? SkuClass.Customization
            : Media().IsMatch(said) ? SkuClass.Media
            : OtherThings().IsMatch(said) ? SkuClass.Other
            : SkuClass.Tokens;
    }

    public static UsageWords Of(OfferSku sku)
    {
        var marketplace = sku.UsageType.Contains("MP:", StringComparison.Ordinal);
        var dashed = Plain(sku);
        var inference = Dashed(sku.Text("inferenceType"));
        var start = KindStart().Match(dashed);
        var (head, tail) = start.Success ? (dashed[..start.Index], dashed[start.Index..]) : (dashed, inference);
        if (marketplace)
        {
            (head, tail) = ("", start.Success ? $"{head}-{tail}" : tail);
        }

        for (var end = HeadEnd().Match(head); end.Success; end = HeadEnd().Match(head))
        {
            (head, tail) = (head[..end.Index], $"{tail}{end.Value}");
        }

        var words = tail.Split('-');
        // What the usage type leaves out the inference type may say: batch, flex, priority, global.
        string[] all = [.. words, .. inference.Split('-'), .. Dashed(sku.Text("feature")).Split('-')];
        ServiceTier[] tiers = [.. TiersOf(all).Distinct()];
        return new(
            head.Trim('-'),
            KindOf(words) ?? KindOf(inference.Split('-')),
            all.Contains("global") ? RoutingScope.Global : all.Contains("geo") ? RoutingScope.Geo : null,
            tiers is [var tier, ..] ? tier : ServiceTier.Standard,
            all.Contains("lctx") || (all.Contains("long") && (all.Contains("ctx") || all.Contains("context"))),
            words.Contains("mantle"),
            WrongIn(start.Success || marketplace ? words : [], tiers, inference.Split('-')));
    }

    /// <summary>The usage type without Region and Marketplace around it, in lower case with dashes.</summary>
    public static string Plain(OfferSku sku) =>
        Dashed(Suffix().Replace(Prefix().Replace(sku.UsageType, ""), "")).Trim('-');

    /// <summary>Lower case, with dashes between words: <c>InputTokenCount_Global</c> too.</summary>
    private static string Dashed(string text) =>
        Separator().Replace(Hump().Replace(text, "-"), "-").ToLowerInvariant();

    private static string? WrongIn(string[] words, ServiceTier[] tiers, string[] inference)
    {
        if (Array.Find(words, word => !Known.Contains(word)) is { } strange)
        {
            return $"the usage type holds an unknown word, {Shown(strange)}";
        }

        var contrary = KindOf(words) is { } kind && KindOf(inference) is { } said
            && (kind == TokenKind.Output) != (said == TokenKind.Output);
        return contrary ? "usage type and inference type say different kinds"
            : tiers.Length > 1 ? $"it is of two tiers, {string.Join(" and ", tiers.Select(Words.Of))}"
            : words.Contains("global") && words.Contains("geo") ? "it is of two scopes"
            : null;
    }

    private static string Shown(string word) => word.Length > 40 ? word[..40] + "…" : word;

    private static TokenKind? KindOf(string[] words)
    {
        bool Has(string word) => Array.IndexOf(words, word) >= 0;
        var write = Array.Exists(words, word => word.StartsWith("write", StringComparison.Ordinal));
        return Has("cached") || (Has("cache") && (Has("read") || Has("reads"))) ? TokenKind.CacheRead
            : Has("cache") && write
                ? Has("1h") || Has("write1h") ? TokenKind.CacheWrite1h
                : Has("30m") || Has("write30m") ? TokenKind.CacheWrite30m
                : TokenKind.CacheWrite5m
            : Has("output") || Has("response") ? TokenKind.Output
            : Has("input") ? TokenKind.Input
            : null;
    }

    private static IEnumerable<ServiceTier> TiersOf(string[] words) => words.Select(word => word switch
    {
        "batch" => ServiceTier.Batch,
        "flex" => ServiceTier.Flex,
        "priority" => ServiceTier.Priority,
        "latency" => ServiceTier.LatencyOptimised,
        _ => (ServiceTier?)null,
    }).OfType<ServiceTier>();

    [GeneratedRegex(@"^[A-Z]{2,4}\d?-(MP:[A-Z0-9]+_)?")]
    private static partial Regex Prefix();

    [GeneratedRegex("-Units$")]
    private static partial Regex Suffix();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"[\s_-]+")]
    private static partial Regex Separator();

    [GeneratedRegex("(?<=^|-)(mantle-)?(prompt-)?(text-)?(cache|cached|input|output|response)(?=-|$)")]
    private static partial Regex KindStart();

    [GeneratedRegex("-(batch|flex|priority|latency-optimi[sz]ed|on-demand)-?$")]
    private static partial Regex HeadEnd();

    [GeneratedRegex("guardrail")]
    private static partial Regex Guardrail();

    [GeneratedRegex("(?<=^|[- ])(reserved|tpm)(?=[- ]|$)")]
    private static partial Regex Reserved();

    [GeneratedRegex("provisioned|model-?units?(?=[- ]|$)")]
    private static partial Regex Provisioned();

    [GeneratedRegex("(?<=^|[- ])(custom(i[sz]ation)?|training|storage|rft|distillation|fine-?tun[a-z]*)(?=[- ]|$)")]
    private static partial Regex Customization();

    [GeneratedRegex("(?<=^|[- ])(images?|audio|video|speech)(?=[- ]|$)")]
    private static partial Regex Media();

    [GeneratedRegex("(?<=^|[- ])(grounding|search|rerank|agents?|agentcore|flows?|evaluation)(?=[- ]|$)")]
    private static partial Regex OtherThings();
}
