using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Models;

namespace Assay.PriceImport;

/// <summary>
/// The price file that the importer keeps: entries are added, none is ever changed. An entry is a line, so that a
/// difference is one too.
/// </summary>
internal static class ImportedFile
{
    private const string Head = """
        // Amazon Bedrock prices that tools/Assay.PriceImport found in the sources and no other file here has.
        // Written by the importer; the order of belief and every price that was not taken are in
        // docs/decisions/0010-where-the-price-sources-disagree.md. A list of Regions is empty where the source names none.

        """;

    public static void Append(string path, IReadOnlyList<Addition> additions)
    {
        var old = File.Exists(path)
            ? JsonNode.Parse(File.ReadAllText(path), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })
            : null;
        var models = Lines(old?["models"]);
        var units = Lines(old?["units"]);
        foreach (var added in additions)
        {
            var section = added.Unit is null ? models : units;
            if (!section.TryGetValue(added.Model, out var lines))
            {
                section[added.Model] = lines = [];
            }

            if (added.Rates.Count > 0)
            {
                lines.Add(added.Unit is null ? Entry(added) : Unit(added));
            }
        }

        File.WriteAllText(path, Text(models, units));
    }

    private static SortedDictionary<string, List<string>> Lines(JsonNode? section) => new(
        section?.AsObject().ToDictionary(
            pair => pair.Key, pair => pair.Value!.AsArray().Select(entry => Spaced(entry!)).ToList()) ?? [],
        StringComparer.Ordinal);

    private static string Entry(Addition added) => Spaced(JsonNode.Parse($$"""
        {"scopes":{{List(added.Scopes.Select(Words.Of))}},"regions":{{List(added.Regions)}},"tier":"{{Words.Of(added.Tier)}}","contextFrom":0,{{Period(added)}},"rates":{ {{Rates(added)}} },{{Origin(added)}}}
        """)!);

    private static string Unit(Addition added) => Spaced(JsonNode.Parse($$"""
        {"unit":"{{added.Unit}}","scopes":{{List(added.Scopes.Select(Words.Of))}},"regions":[],"term":"{{added.Term}}",{{Rates(added)}},{{Period(added)}},{{Origin(added)}}}
        """)!);

    private static string Rates(Addition added) => string.Join(
        ',', added.Rates.Select(rate => $"\"{rate.Kind}\":{rate.Usd.ToString("0.############", CultureInfo.InvariantCulture)}"));

    private static string Period(Addition added) => $"\"from\":\"{added.From:yyyy-MM-dd}\",\"to\":null,\"fromBasis\":\"observed\"";

    private static string Origin(Addition added) =>
        $"\"source\":\"{added.Source}\",\"checked\":\"{Sources.Of(added.Source).Published:yyyy-MM-dd}\"";

    private static string List(IEnumerable<string> words) => "[" + string.Join(',', words.Select(word => $"\"{word}\"")) + "]";

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
        text.Append("\n  },\n  \"regionSets\": {},\n");
        Section(text, "models", models);
        text.Append(",\n  \"provisioned\": {},\n");
        Section(text, "units", units);
        return text.Append("\n}\n").ToString();
    }

    private static void Section(StringBuilder text, string name, SortedDictionary<string, List<string>> entries)
    {
        text.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {{");
        text.AppendJoin(',', entries.Select(pair =>
            pair.Value.Count == 0
                ? $"\n    \"{pair.Key}\": []"
                : $"\n    \"{pair.Key}\": [\n      {string.Join(",\n      ", pair.Value)}\n    ]"));
        text.Append("\n  }");
    }
}
