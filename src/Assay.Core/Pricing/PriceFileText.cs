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
    public static string Of(PriceBook book, IEnumerable<string> head, string source)
    {
        var cards = book.Models.ToDictionary(model => model, book.CardsOf, StringComparer.Ordinal);
        var hourly = book.ProvisionedModels.ToDictionary(
            model => model, book.ProvisionedCardsOf, StringComparer.Ordinal);
        var links = cards.Values.SelectMany(list => list).Select(card => (card.Source, card.Checked))
            .Concat(hourly.Values.SelectMany(list => list).Select(card => (card.Source, card.Checked)))
            .Concat(book.Units.Select(unit => (unit.Source, unit.Checked)))
            .GroupBy(seen => seen.Source, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select((same, i) => (Key: $"price-list-{i + 1}", Url: same.Key, Day: same.Max(seen => seen.Checked)))
            .ToList();
        var keys = links.ToDictionary(link => link.Url, link => link.Key, StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin("", head.Select(line => $"// {line}\n"))
            .Append("{\n  \"schema\": \"assay.prices.file/1\",\n  \"vendor\": \"user\",\n  \"sources\": {\n")
            .AppendJoin(",\n", links.Select(link =>
                $"    {Quoted(link.Key)}: {{ \"title\": {Quoted(source)}, \"url\": {Quoted(link.Url)}, "
                + $"\"published\": \"{link.Day:yyyy-MM-dd}\" }}"))
            .Append("\n  },\n  \"regionSets\": {}");
        Section(text, "models", cards.Select(pair =>
            (pair.Key, Joined(pair.Value).Select(card => Line(card, keys[card.Source])))));
        Section(text, "provisioned", hourly.Select(pair =>
            (pair.Key, pair.Value.Select(card => Line(card, keys[card.Source])))));
        Section(text, "units", book.Units.GroupBy(unit => unit.Subject, StringComparer.Ordinal)
            .Select(same => (same.Key, same.Select(unit => Line(unit, keys[unit.Source])))));
        return text.Append("\n}\n").ToString();
    }

    /// <summary>One price of a file: an entry is a line, so that a difference is one too.</summary>
    /// <param name="source">How the file calls where the price is from.</param>
    public static string Line(PriceCard card, string source)
    {
        var rates = Rates.Kinds.Where(kind => card.Rates[kind] is not null)
            .Select(kind => $"\"{TokenKinds.Word(kind)}\": {Number(card.Rates[kind]!.Value.Rate)}");
        return $"{{ \"scopes\": {List(card.Scopes.Select(Words.Of))}, \"regions\": {List(card.Regions)}, "
            + $"\"tier\": \"{Words.Of(card.Tier)}\", \"contextFrom\": {card.ContextFrom}, "
            + Period(card.From, card.To, card.FromBasis)
            + $"\"rates\": {{ {string.Join(", ", rates)} }}, {Origin(source, card.Checked)}"
            + (card.Note is { } note ? $", \"note\": {Quoted(note)} }}" : " }");
    }

    /// <inheritdoc cref="Line(PriceCard, string)"/>
    public static string Line(UnitPrice unit, string source) =>
        $"{{ \"unit\": {Quoted(unit.Unit)}, \"scopes\": {List(unit.Scopes.Select(Words.Of))}, "
        + $"\"regions\": {List(unit.Regions)}, \"term\": {Quoted(unit.Term)}, \"usd\": {Number(unit.Usd)}, "
        + Period(unit.From, unit.To, unit.FromBasis) + Origin(source, unit.Checked) + " }";

    private static string Line(ProvisionedCard card, string source) =>
        $"{{ \"regions\": {List(card.Regions)}, \"term\": {Quoted(card.Term)}, "
        + $"\"usdPerUnitHour\": {Number(card.PerUnit.Rate)}, " + Period(card.From, card.To, card.FromBasis)
        + Origin(source, card.Checked) + " }";

    /// <summary>A member of a price file behind others: models, or what else is sold, with the lines of each.</summary>
    public static void Section(
        StringBuilder text, string name, IEnumerable<(string Key, IEnumerable<string> Lines)> entries)
    {
        var lines = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry =>
            (entry.Key, Text: string.Join(",\n      ", entry.Lines))).ToList();
        text.Append(CultureInfo.InvariantCulture, $",\n  \"{name}\": {{")
            .AppendJoin(",", lines.Select(entry =>
                $"\n    {Quoted(entry.Key)}: [" + (entry.Text.Length > 0 ? $"\n      {entry.Text}\n    ]" : "]")))
            .Append(lines.Count > 0 ? "\n  }" : "}");
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

    private static string Period(DateOnly from, DateOnly? to, FromBasis basis) =>
        $"\"from\": \"{from:yyyy-MM-dd}\", \"to\": {(to is { } end ? $"\"{end:yyyy-MM-dd}\"" : "null")}, "
        + $"\"fromBasis\": \"{(basis == FromBasis.Effective ? "effective" : "observed")}\", ";

    private static string Origin(string source, DateOnly seen) =>
        $"\"source\": {Quoted(source)}, \"checked\": \"{seen:yyyy-MM-dd}\"";

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(Quoted))}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
