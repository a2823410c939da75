using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Pricing;

namespace Assay.PriceImport;

/// <summary>
/// The price file that the importer keeps: entries are added, and of those that are there only the end is ever set. An
/// entry is a line, so that a difference is one too.
/// </summary>
internal static class ImportedFile
{
    private const string Head = """
        // Amazon Bedrock prices that tools/Assay.PriceImport found in the sources and no other file here has.
        // Written by the importer; the order of belief and every price that was not taken are in
        // docs/decisions/0010-where-the-price-sources-disagree.md. A list of Regions is empty where the source names none.

        """;

    /// <returns>Fillings of periods that other files hold: those are ended, and gone on with, by hand.</returns>
    public static IReadOnlyList<Filling> Append(
        string path, IReadOnlyList<Addition> additions, IReadOnlyList<Filling> fillings)
    {
        var old = File.Exists(path)
            ? JsonNode.Parse(File.ReadAllText(path), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })
            : null;
        var models = Lines(old?["models"]);
        var units = Lines(old?["units"]);
        var here = fillings.Where(filling => End(models, filling)).ToList();
        foreach (var added in additions.Concat(here.SelectMany(filling => filling.Next)))
        {
            var section = added.Unit is null ? models : units;
            if (!section.TryGetValue(added.Model, out var lines))
            {
                section[added.Model] = lines = [];
            }

            if (added.Rates.Count > 0)
            {
                lines.Add(added.Unit is null
                    ? PriceFileText.Line(Card(added), added.Source) : PriceFileText.Line(Unit(added), added.Source));
            }
        }

        File.WriteAllText(path, Text(models, units));
        return [.. fillings.Except(here)];
    }

    /// <summary>Ends a landed period where its line is in this file.</summary>
    private static bool End(SortedDictionary<string, List<string>> models, Filling filling)
    {
        var source = Sources.All.FirstOrDefault(each => each.Url == filling.Landed.Source)?.Key ?? "";
        var lines = models.GetValueOrDefault(filling.Model) ?? [];
        var line = lines.IndexOf(PriceFileText.Line(filling.Landed, source));
        if (line >= 0)
        {
            lines[line] = PriceFileText.Line(filling.Landed with { To = filling.From }, source);
        }

        return line >= 0;
    }

    private static SortedDictionary<string, List<string>> Lines(JsonNode? section) => new(
        section?.AsObject().ToDictionary(
            pair => pair.Key, pair => pair.Value!.AsArray().Select(entry => Spaced(entry!)).ToList()) ?? [],
        StringComparer.Ordinal);

    private static PriceCard Card(Addition added) => new(
        added.Scopes, added.Regions, added.Tier, 0, added.From, null, FromBasis.Observed,
        added.Rates.Aggregate(
            new Rates(null, null, null, null, null, null),
            (rates, rate) => rates.With(Rates.Kinds.First(kind => BookIndex.Word(kind) == rate.Kind), new(rate.Usd))),
        added.Source, Sources.Of(added.Source).Published, null);

    private static UnitPrice Unit(Addition added) => new(
        added.Model, added.Unit!, added.Scopes, [], added.Term, added.Rates[0].Usd, added.From, null,
        FromBasis.Observed, added.Source, Sources.Of(added.Source).Published);

    private static string Spaced(JsonNode entry) => entry.ToJsonString()
        .Replace("\":", "\": ", StringComparison.Ordinal).Replace(",\"", ", \"", StringComparison.Ordinal)
        .Replace("{", "{ ", StringComparison.Ordinal).Replace("}", " }", StringComparison.Ordinal);

    private static string Text(
        SortedDictionary<string, List<string>> models, SortedDictionary<string, List<string>> units)
    {
        var text = new StringBuilder(Head);
        text.Append("{\n  \"$schema\": \"./schema.json\",\n  \"schema\": \"assay.prices.file/1\",\n  \"vendor\": \"imported\",\n  \"sources\": {\n");
        text.AppendJoin(",\n", Sources.All.Select(source =>
            $"    \"{source.Key}\": {{ \"title\": \"{source.Title}\",\n      \"url\": \"{source.Url}\", \"published\": \"{source.Published:yyyy-MM-dd}\" }}"));
        text.Append("\n  },\n  \"regionSets\": {}");
        PriceFileText.Section(text, "models", models.Select(pair => (pair.Key, pair.Value.AsEnumerable())));
        text.Append(",\n  \"provisioned\": {}");
        PriceFileText.Section(text, "units", units.Select(pair => (pair.Key, pair.Value.AsEnumerable())));
        return text.Append("\n}\n").ToString();
    }
}
