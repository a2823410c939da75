using System.Text.RegularExpressions;
using Assay.Models;

namespace Assay.Pricing.PriceList;

/// <summary>
/// From the names of AWS's price list and price page to ids of the catalogue. Case, spaces and signs mean nothing, nor
/// does the order of words ("Claude4.6Sonnet"); a name that fits two models fits none.
/// </summary>
public sealed partial class ModelNames
{
    private readonly Dictionary<string, string?> ids = new(StringComparer.Ordinal);
    private readonly Catalogue catalogue;
    private readonly HashSet<string> vendors;

    public ModelNames(Catalogue catalogue)
    {
        this.catalogue = catalogue;
        vendors = [.. catalogue.Models.Select(model => VendorOf(model.Id))];
        // A model's own name goes before what is only left of a longer name.
        Add(model => [model.Name]);
        Add(model => [.. model.Aliases.Append(model.Id).Select(Tail)]);
        Add(model => [Parenthesis().Replace(model.Name, ""), Additions().Replace(model.Name, "")]);
        foreach (var (name, id) in KnownNames.Ids)
        {
            ids[name] = id;
        }
    }

    /// <returns>The id of the catalogue, or null.</returns>
    public string? Find(string name, string provider)
    {
        var said = Edition().Replace(name, "").Trim();
        return said.Length is 0 or > 200 ? null
            : Keys(said).Concat(Keys($"{provider} {said}")).Concat(Keys(Vendor().Replace(said, "")))
                .Select(key => ids.GetValueOrDefault(key)).FirstOrDefault(id => id is not null);
    }

    /// <summary>The id that stands in a usage type, known or new.</summary>
    internal string? IdIn(UsageWords words)
    {
        var id = words.Head;
        if (!Id().IsMatch(id) || !(words.Mantle || vendors.Contains(VendorOf(id))))
        {
            return null;
        }

        return catalogue.Find(id)?.Id ?? Find(Tail(id), VendorOf(id)) ?? id;
    }

    private static string VendorOf(string id) => id[..Math.Max(0, id.IndexOf('.', StringComparison.Ordinal))];

    private static string Tail(string id) =>
        Version().Replace(id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..], "");

    private void Add(Func<CatalogueModel, string[]> spellings)
    {
        var added = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var model in catalogue.Models)
        {
            foreach (var key in spellings(model).SelectMany(Keys))
            {
                added[key] = added.TryGetValue(key, out var other) && other != model.Id ? null : model.Id;
            }
        }

        foreach (var (key, id) in added)
        {
            ids.TryAdd(key, id);
        }
    }

    private static IEnumerable<string> Keys(string name)
    {
        var lower = name.ToLowerInvariant();
        var plain = PointZero().Replace(lower, "");
        yield return Signless(plain);
        yield return Signless(lower);
        var parts = Part().Matches(plain).Select(part => part.Value).Order(StringComparer.Ordinal);
        yield return string.Join('|', parts) + "|";
    }

    private static string Signless(string text) =>
        string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '+'));

    [GeneratedRegex(@"(?<=\d)\.0(?![\d])")]
    private static partial Regex PointZero();

    [GeneratedRegex(@"[a-z]+|\d+(?:\.\d+)*|\+")]
    private static partial Regex Part();

    [GeneratedRegex(@"\(Amazon Bedrock Edition\)|\b[Ll]atency[ -][Oo]ptimi[sz]ed\b")]
    private static partial Regex Edition();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\b(Instruct|Vision)\b")]
    private static partial Regex Additions();

    [GeneratedRegex("^(?:Amazon|Anthropic|Meta|Cohere|OpenAI|Mistral AI) ", RegexOptions.IgnoreCase)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"(?:-\d{8})?(?:-v\d+)?(?::\d+)?$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^[a-z][a-z0-9]*\.[a-z0-9][a-z0-9.:-]*$")]
    private static partial Regex Id();
}
