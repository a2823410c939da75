using System.Security.Cryptography;
using System.Text.Json;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Units;

namespace Assay.Pricing;

/// <summary>
/// Reads <c>prices/*.jsonc</c>: one <c>catalogue.jsonc</c> and a file for each vendor (schemas beside them). A file
/// that can't be read is a usage error that names the file and the place; nothing is read in part.
/// </summary>
public static class PriceFiles
{
    private static readonly JsonDocumentOptions Jsonc =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="files">File name and content; the order does not matter.</param>
    /// <param name="withdrawn">
    /// Keeps periods that end on the day on which they begin. They were entered by mistake and hold on no day.
    /// </param>
    /// <exception cref="AssayException">A file is no valid price file.</exception>
    public static PriceBook Read(
        IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files, bool withdrawn = false)
    {
        var models = new List<CatalogueModel>();
        var cards = new Dictionary<string, IReadOnlyList<PriceCard>>(StringComparer.Ordinal);
        var provisioned = new Dictionary<string, IReadOnlyList<ProvisionedCard>>(StringComparer.Ordinal);
        var units = new List<UnitPrice>();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            digest.AppendData(content.Span);
            using var document = Parse(name, content);
            var root = new Place(name, document.RootElement);
            if (root.Text("schema") == "assay.catalogue/1")
            {
                models.AddRange(root.Members("models").Select(CatalogueEntry.Read));
            }
            else
            {
                ReadVendor(root, cards, provisioned, units);
            }
        }

        return new PriceBook(
            new Catalogue(models),
            withdrawn ? cards : cards.ToDictionary(pair => pair.Key, pair => Held(pair.Value), StringComparer.Ordinal),
            provisioned,
            units,
            Convert.ToHexStringLower(digest.GetHashAndReset())[..16]);
    }

    private static IReadOnlyList<PriceCard> Held(IReadOnlyList<PriceCard> cards) =>
        [.. cards.Where(card => card.To is null || card.To > card.From)];

    private static JsonDocument Parse(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, Jsonc);
        }
        catch (JsonException e)
        {
            throw new AssayException(
                ExitCode.Usage,
                $"{name}, line {e.LineNumber + 1}: not valid JSON",
                "mend the file or restore it from a release");
        }
    }

    private static void ReadVendor(
        Place root,
        Dictionary<string, IReadOnlyList<PriceCard>> cards,
        Dictionary<string, IReadOnlyList<ProvisionedCard>> provisioned,
        List<UnitPrice> units)
    {
        var sets = root.Optional("regionSets") is { } s
            ? s.Members().ToDictionary(set => "@" + set.Name, set => set.Value.Texts(), StringComparer.Ordinal)
            : [];
        var links = root.Members("sources").ToDictionary(
            source => source.Name, source => source.Value.Text("url"), StringComparer.Ordinal);
        foreach (var (model, list) in root.Members("models"))
        {
            // A model may have entries in several files: those checked by hand and those the importer found.
            cards[model] =
                [.. cards.GetValueOrDefault(model) ?? [], .. list.Items().Select(item => Card(item, sets, links))];
        }

        foreach (var (model, list) in root.Optional("provisioned")?.Members() ?? [])
        {
            provisioned[model] = [.. list.Items().Select(item => Provisioned(item, sets, links))];
        }

        foreach (var (subject, list) in root.Optional("units")?.Members() ?? [])
        {
            units.AddRange(list.Items().Select(item => Unit(subject, item, sets, links)));
        }
    }

    private static UnitPrice Unit(
        string subject, Place item, Dictionary<string, IReadOnlyList<string>> sets, Dictionary<string, string> links) =>
        new(
            subject,
            item.Text("unit"),
            ScopesOf(item),
            RegionsOf(item, sets),
            item.Text("term"),
            item.Get("usd").Number() is >= 0 and var usd ? usd : throw item.Wrong("usd is negative"),
            item.Day("from"),
            item.OptionalDay("to"),
            Basis(item),
            Link(item, links),
            item.Day("checked"));

    private static PriceCard Card(
        Place item, Dictionary<string, IReadOnlyList<string>> sets, Dictionary<string, string> links) => new(
            ScopesOf(item),
            RegionsOf(item, sets),
            Words.Tier(item.Text("tier")) ?? throw item.Wrong($"no tier is called {item.Text("tier")}"),
            (long)(item.Optional("contextFrom")?.Number() ?? 0),
            item.Day("from"),
            item.OptionalDay("to"),
            Basis(item),
            RatesOf(item.Get("rates")),
            Link(item, links),
            item.Day("checked"),
            item.Optional("note")?.Value.GetString());

    private static ProvisionedCard Provisioned(
        Place item, Dictionary<string, IReadOnlyList<string>> sets, Dictionary<string, string> links) => new(
            RegionsOf(item, sets),
            item.Text("term"),
            new UsdPerHour(item.Get("usdPerUnitHour").Number()),
            item.Day("from"),
            item.OptionalDay("to"),
            Basis(item),
            Link(item, links),
            item.Day("checked"));

    private static Rates RatesOf(Place rates)
    {
        UsdPerMillion? Rate(string kind) => rates.Optional(kind)?.Number() switch
        {
            null => null,
            < 0 => throw rates.Wrong($"{kind} is negative"),
            { } number => new UsdPerMillion(number),
        };

        return new(
            Rate("input"), Rate("output"), Rate("cacheRead"),
            Rate("cacheWrite5m"), Rate("cacheWrite1h"), Rate("cacheWrite30m"));
    }

    private static RoutingScope[] ScopesOf(Place item) =>
    [
        .. item.Get("scopes").Texts()
            .Select(word => Words.Scope(word) ?? throw item.Wrong($"no scope is called {word}")),
    ];

    private static FromBasis Basis(Place item) =>
        item.Text("fromBasis") == "effective" ? FromBasis.Effective : FromBasis.Observed;

    private static string Link(Place item, Dictionary<string, string> links) =>
        links.GetValueOrDefault(item.Text("source")) ?? throw item.Wrong($"no source is called {item.Text("source")}");

    private static string[] RegionsOf(Place item, Dictionary<string, IReadOnlyList<string>> sets) =>
    [
        .. item.Get("regions").Texts()
            .SelectMany(name => name.StartsWith('@')
                ? sets.GetValueOrDefault(name) ?? throw item.Wrong($"no region set is called {name}")
                : [name])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
