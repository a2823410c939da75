using System.Text.RegularExpressions;
using Assay.Models;

namespace Assay.Pricing.PriceList;

/// <summary>
/// Understands SKUs that are not sold by text tokens. Only spellings that are known are understood: what a word more
/// may mean (a resolution, a quality, a length) is not guessed, and such a SKU is counted and left alone.
/// </summary>
internal sealed partial class UnitWords(ModelNames names, Catalogue catalogue)
{
    /// <summary>Words of the usage types of guardrails, and what the book calls their policies.</summary>
    private static readonly (string Words, string Subject)[] Policies =
    [
        ("automated-reasoning-policy", "guardrails.automated-reasoning"),
        ("content-policy", "guardrails.content-filters"),
        ("contextual-grounding-policy", "guardrails.contextual-grounding"),
        ("sensitive-information-policy", "guardrails.sensitive-information"),
        ("topic-policy", "guardrails.denied-topics"),
    ];

    /// <returns>Null where it is not known what is sold, or by what unit.</returns>
    public UnitMeaning? Of(OfferSku sku, OfferPrice price, SkuClass sold)
    {
        var usage = UsageWords.Plain(sku);
        return sold switch
        {
            SkuClass.Reserved => Reserved(sku, price, usage),
            SkuClass.Provisioned => Provisioned(sku, price, usage),
            SkuClass.Guardrail => Guardrail(price, usage),
            SkuClass.Media => Media(sku, price, usage),
            SkuClass.Other => Query(sku, price, usage),
            _ => null,
        };
    }

    private UnitMeaning? Reserved(OfferSku sku, OfferPrice price, string usage)
    {
        var found = ReservedForm().Match(usage);
        var times = price.Unit.ToLowerInvariant() switch
        {
            "1k tpm hour" => 1m,
            "1m tpm hour" => 0.001m,
            // Without the word "hour" it may be a month's price.
            "units" or "unit" when Hour().IsMatch(price.Description) => SkuReader.Scale(price.Description) switch
            {
                1000m => 1m,
                1m => 0.001m,
                _ => 0m,
            },
            _ => 0m,
        };
        return found.Success && times > 0m && Model(sku, found) is { } model
            ? new(
                model, $"reserved-{found.Groups["kind"].Value}-1k-tpm-hour", Scopes(found.Groups["scope"].Value),
                $"{found.Groups["months"].Value}-month", times)
            : null;
    }

    private UnitMeaning? Provisioned(OfferSku sku, OfferPrice price, string usage)
    {
        var found = ProvisionedForm().Match(usage);
        var hourly = price.Unit.ToLowerInvariant() switch
        {
            "hour" or "hours" or "hrs" or "hr" => true,
            "units" or "unit" => Hour().IsMatch(price.Description),
            _ => false,
        };
        return found.Success && hourly && Model(sku, found) is { } model
            ? new(
                model, "model-unit-hour", [],
                found.Groups["months"].Value is { Length: > 0 } months ? $"{months}-month" : "none", 1m)
            : null;
    }

    private static UnitMeaning? Guardrail(OfferPrice price, string usage)
    {
        var policies = Array.FindAll(Policies, each => usage.Contains(each.Words, StringComparison.Ordinal));
        var units = Said(price, TextUnits());
        return policies is [var policy] && units is not null && !usage.Contains("image", StringComparison.Ordinal)
            ? new(policy.Subject, "1000-text-units", [], "none", SkuReader.Scale(units) == 1000m ? 1m : 1000m)
            : null;
    }

    private UnitMeaning? Query(OfferSku sku, OfferPrice price, string usage)
    {
        var found = QueryForm().Match(usage);
        var said = Said(price, QueryUnit());
        return found.Success && said is not null && Model(sku, found) is { } model
            && catalogue.Find(model)?.Output.Contains("ranking") == true
                ? new(model, "1000-queries", [], "none", SkuReader.Scale(said) == 1000m ? 1m : 1000m)
                : null;
    }

    private UnitMeaning? Media(OfferSku sku, OfferPrice price, string usage)
    {
        var found = MediaForm().Match(usage);
        if (!found.Success || Model(sku, found) is not { } id || catalogue.Find(id) is not { } model)
        {
            return null;
        }

        var unit = price.Unit.ToLowerInvariant() switch
        {
            "image" or "images" => model.Output.Contains("image") ? "image-generated"
                : model.Input.Contains("image") ? "image" : null,
            "second" or "seconds" => model.Output.Contains("video") ? "second-of-video-generated"
                : usage.Contains("video", StringComparison.Ordinal) ? "second-of-video"
                : usage.Contains("audio", StringComparison.Ordinal) ? "second-of-audio" : null,
            _ => null,
        };
        return unit is null ? null : new(id, unit, [], "none", 1m);
    }

    /// <returns>Null where the usage type names no model that is known, or another than the attributes.</returns>
    private string? Model(OfferSku sku, Match form)
    {
        var provider = sku.Text("provider");
        var head = form.Groups["head"].Value;
        var inUsage = names.Find(head, provider) ?? names.Find(VendorId().Replace(head, ""), provider);
        string[] said = [sku.Text("model"), sku.Text("titanModel"), sku.Text("servicename")];
        var named = said.Select(name => names.Find(name, provider)).FirstOrDefault(id => id is not null);
        return head.Length == 0 ? named : named is null || named == inUsage ? inUsage : null;
    }

    /// <summary>Where the unit of a price is named: in its unit, or in the description where that is "units".</summary>
    private static string? Said(OfferPrice price, Regex unit) =>
        unit.IsMatch(price.Unit) ? price.Unit
        : price.Unit.ToLowerInvariant() is "unit" or "units" && unit.IsMatch(price.Description) ? price.Description
        : null;

    /// <summary>As with tokens, no scope means the price in the Region and through geographic profiles.</summary>
    private static RoutingScope[] Scopes(string word) => word switch
    {
        "global" => [RoutingScope.Global],
        "geo" => [RoutingScope.Geo],
        _ => [RoutingScope.InRegion, RoutingScope.Geo],
    };

    [GeneratedRegex(
        "^(?<head>.*?)-?reserved-(?<months>[13])-?months?-(?<kind>input|output)-tpm(-(?<scope>geo|global))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ReservedForm();

    [GeneratedRegex(
        "^(?<head>.*?)-?provisioned-throughput-(no-commit|(?<months>[16])-?months?)-model-?units?(-usage)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ProvisionedForm();

    [GeneratedRegex("^(?<head>.*?)-(search-units?|quer(y|ies))$", RegexOptions.ExplicitCapture)]
    private static partial Regex QueryForm();

    [GeneratedRegex(
        "^(?<head>.*?)(-(images?|generated|video|audio|seconds?|input|output|on|demand|standard|count))*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex MediaForm();

    /// <summary>The vendor of an id, as in <c>cohere.rerank-v3.5</c>.</summary>
    [GeneratedRegex(@"^[a-z]+\.(?=[a-z])")]
    private static partial Regex VendorId();

    [GeneratedRegex(@"\bhours?\b|\bhrs?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\btext[ -]?units?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TextUnits();

    [GeneratedRegex(@"\bsearch[ -]?units?\b|\bquer(y|ies)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex QueryUnit();
}
