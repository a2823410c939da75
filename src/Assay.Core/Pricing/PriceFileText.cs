using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>Writes cards as a price file that <see cref="PriceFiles"/> reads: an entry is a line.</summary>
public static class PriceFileText
{
    /// <param name="head">What the file is, written as comments.</param>
    /// <param name="source">How the file calls where the prices are from; several are numbered.</param>
    public static string Of(
        IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> cards, IEnumerable<string> head, string source)
    {
        var links = cards.Values.SelectMany(list => list).GroupBy(card => card.Source, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select((same, i) => (Key: $"price-list-{i + 1}", Url: same.Key, Day: same.Max(card => card.Checked)))
            .ToList();
        var keys = links.ToDictionary(link => link.Url, link => link.Key, StringComparer.Ordinal);
        var sources = links.Select(link =>
            $"    {Quoted(link.Key)}: {{ \"title\": {Quoted(source)}, \"url\": {Quoted(link.Url)}, "
            + $"\"published\": \"{link.Day:yyyy-MM-dd}\" }}");
        var models = cards.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            $"    {Quoted(pair.Key)}: [\n      "
            + string.Join(",\n      ", Joined(pair.Value).Select(card => Entry(card, keys[card.Source]))) + "\n    ]");
        return new StringBuilder().AppendJoin("", head.Select(line => $"// {line}\n"))
            .Append("{\n  \"schema\": \"assay.prices.file/1\",\n  \"vendor\": \"user\",\n  \"sources\": {\n")
            .AppendJoin(",\n", sources).Append("\n  },\n  \"models\": {\n")
            .AppendJoin(",\n", models).Append("\n  }\n}\n").ToString();
    }

    /// <summary>Cards that say the same of several Regions, and then of several scopes, are one.</summary>
    private static IEnumerable<PriceCard> Joined(IEnumerable<PriceCard> cards) =>
        from card in cards
        from scope in card.Scopes
        from region in card.Regions
        group region by (Card: card with { Scopes = [], Regions = [] }, Scope: scope) into ofScope
        let regions = ofScope.Distinct().Order(StringComparer.Ordinal).ToArray()
        group (ofScope.Key.Scope, Regions: regions) by (ofScope.Key.Card, Places: string.Join(' ', regions)) into same
        orderby same.Key.Card.Tier, same.Key.Card.ContextFrom, same.Key.Card.From, same.Min(each => each.Scope),
            same.Key.Places
        select same.Key.Card with
        {
            Scopes = [.. same.Select(each => each.Scope).Order()],
            Regions = same.First().Regions,
        };

    private static string Entry(PriceCard card, string source)
    {
        var rates = Rates.Kinds.Where(kind => card.Rates[kind] is not null).Select(kind =>
            $"\"{TokenKinds.Word(kind)}\": "
            + card.Rates[kind]!.Value.Rate.ToString("0.############", CultureInfo.InvariantCulture));
        var note = card.Note is { } text ? $", \"note\": {Quoted(text)}" : "";
        return $"{{ \"scopes\": {List(card.Scopes.Select(Words.Of))}, \"regions\": {List(card.Regions)}, "
            + $"\"tier\": \"{Words.Of(card.Tier)}\", \"contextFrom\": {card.ContextFrom}, "
            + $"\"from\": \"{card.From:yyyy-MM-dd}\", "
            + $"\"to\": {(card.To is { } to ? $"\"{to:yyyy-MM-dd}\"" : "null")}, "
            + $"\"fromBasis\": \"{(card.FromBasis == FromBasis.Effective ? "effective" : "observed")}\", "
            + $"\"rates\": {{ {string.Join(", ", rates)} }}, \"source\": {Quoted(source)}, "
            + $"\"checked\": \"{card.Checked:yyyy-MM-dd}\"{note} }}";
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(Quoted))}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
