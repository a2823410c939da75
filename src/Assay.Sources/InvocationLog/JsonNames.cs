using System.Text.Json;
using System.Text;
using Assay.Sources.Json;

namespace Assay.Sources.InvocationLog;

/// <summary>Names as a JSON array of texts.</summary>
internal static class JsonNames
{
    public static string Of(JsonValue list, Func<JsonValue, string?> name)
    {
        var names = new List<string>();
        foreach (var item in list.Items)
        {
            if (name(item) is { } each)
            {
                names.Add(each);
            }
        }

        return Of(names);
    }

    public static string Of(IReadOnlyList<string> names)
    {
        var text = new StringBuilder("[");
        foreach (var name in names)
        {
            text.Append(text.Length == 1 ? "\"" : ",\"").Append(JsonEncodedText.Encode(name).Value).Append('"');
        }

        return text.Append(']').ToString();
    }

    /// <summary>Pairs as a JSON object, in their order.</summary>
    public static string Map(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var text = new StringBuilder("{");
        foreach (var (key, value) in pairs)
        {
            text.Append(text.Length == 1 ? "\"" : ",\"").Append(JsonEncodedText.Encode(key).Value).Append("\":\"")
                .Append(JsonEncodedText.Encode(value).Value).Append('"');
        }

        return text.Append('}').ToString();
    }
}
