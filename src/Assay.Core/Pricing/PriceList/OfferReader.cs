using System.Globalization;
using System.Text.Json;

namespace Assay.Pricing.PriceList;

/// <summary>
/// Reads the JSON of one offer file value by value, so that a file that breaks off gives what stands before the break.
/// </summary>
internal sealed class OfferReader
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly Dictionary<string, OfferSku> skus = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfferPrice>> prices = new(StringComparer.Ordinal);
    private readonly HashSet<string> wrong = new(StringComparer.Ordinal);

    public string? Offer { get; private set; }

    public DateOnly? Published { get; private set; }

    /// <summary>Every SKU, each with its prices.</summary>
    public IEnumerable<OfferSku> Skus
    {
        get
        {
            foreach (var (id, sku) in skus)
            {
                yield return sku with
                {
                    Prices = prices.GetValueOrDefault(id) ?? [],
                    Wrong = wrong.Contains(id) ? "its price can't be read" : sku.Wrong,
                };
            }

            foreach (var id in prices.Keys.Concat(wrong).Distinct().Where(id => !skus.ContainsKey(id)))
            {
                yield return new(id, None, [], "it has a price but no product");
            }
        }
    }

    /// <returns>Why the file was not read to its end, or null.</returns>
    public string? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "it is no JSON object";
            }

            Members(ref reader);
            return reader.Read() ? "something follows its end" : null;
        }
        catch (JsonException e)
        {
            return $"it is no valid JSON from line {e.LineNumber + 1}, byte {reader.BytesConsumed} on";
        }
    }

    private void Members(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameAt(ref reader);
            reader.Read();
            switch (name)
            {
                case "products":
                    Each(ref reader, Product);
                    break;
                case "terms" when reader.TokenType == JsonTokenType.StartObject:
                    Terms(ref reader);
                    break;
                case "offerCode" or "publicationDate" when reader.TokenType == JsonTokenType.String:
                    Head(name, NameAt(ref reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void Terms(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var onDemand = reader.ValueTextEquals("OnDemand"u8);
            reader.Read();
            if (onDemand)
            {
                Each(ref reader, Term);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void Each(ref Utf8JsonReader reader, Action<string, JsonElement> read)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameAt(ref reader);
            reader.Read();
            using var value = JsonDocument.ParseValue(ref reader);
            read(name, value.RootElement);
        }
    }

    private void Head(string name, string text)
    {
        if (name == "offerCode")
        {
            Offer = text;
        }
        else if (DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published))
        {
            Published = DateOnly.FromDateTime(published.UtcDateTime);
        }
    }

    private void Product(string id, JsonElement product)
    {
        var read = Sku(id, product);
        if (!skus.TryAdd(id, read))
        {
            skus[id] = skus[id] with { Wrong = "the SKU stands twice in the file" };
        }
    }

    private static OfferSku Sku(string id, JsonElement product)
    {
        try
        {
            return product.ValueKind == JsonValueKind.Object && product.TryGetProperty("attributes", out var attributes)
                ? new(id, Texts(attributes), [], null)
                : new(id, None, [], "its product has no attributes");
        }
        catch (InvalidOperationException)
        {
            // A text that is no valid Unicode is found only when it is read.
            return new(id, None, [], "its product can't be read");
        }
    }

    private void Term(string id, JsonElement term)
    {
        try
        {
            var found = Members(term)
                .SelectMany(offer => Part(offer, "priceDimensions") is { } dimensions
                    ? Members(dimensions).Select(each => Price(offer, each))
                    : []);
            prices[id] = [.. prices.GetValueOrDefault(id) ?? [], .. found];
        }
        catch (InvalidOperationException)
        {
            wrong.Add(id);
        }
    }

    private static OfferPrice Price(JsonElement offer, JsonElement dimension)
    {
        var (term, texts) = (Texts(offer), Texts(dimension));
        string Text(string name) => texts.GetValueOrDefault(name) ?? "";
        return new(
            term.GetValueOrDefault("effectiveDate") ?? "", Text("unit"), Text("description"), Text("beginRange"),
            Text("endRange"), Part(dimension, "pricePerUnit") is { } currencies ? Texts(currencies) : None);
    }

    private static IEnumerable<JsonElement> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(member => member.Value) : [];

    private static JsonElement? Part(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var part) ? part : null;

    /// <summary>The members that are texts or numbers, as they are written.</summary>
    private static Dictionary<string, string> Texts(JsonElement value)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                {
                    texts[member.Name] = member.Value.ToString();
                }
            }
        }

        return texts;
    }

    private static string NameAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }
}
