using System.Text.Json;

namespace Assay.FakeAws.Wire;

/// <summary>A request as it came, before anybody decided what it means.</summary>
internal sealed class Incoming(string method, string rawTarget, IHeaderDictionary headers, byte[] body)
{
    private static readonly char[] QuestionMark = ['?'];
    private readonly string[] target = rawTarget.Split(QuestionMark, 2);

    public string Method => method;

    public string RawTarget => rawTarget;

    /// <summary>The path as it was on the wire, escapes and all: signatures are made of it.</summary>
    public string RawPath => target[0];

    public IHeaderDictionary Headers => headers;

    public byte[] Body => body;

    public bool QueryMode => Header("x-amzn-query-mode") == "true";

    /// <summary>Parameters of the query string, decoded, in the order of the wire.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; } =
        Parameters(rawTarget.Split(QuestionMark, 2) is [_, var query] ? query : "", plusIsSpace: false);

    public string Header(string name) => headers[name].ToString();

    /// <summary>The body read as a form.</summary>
    public IReadOnlyDictionary<string, string> Form()
    {
        var form = new Dictionary<string, string>();
        foreach (var (key, value) in Parameters(System.Text.Encoding.UTF8.GetString(body), plusIsSpace: true))
        {
            form[key] = value;
        }

        return form;
    }

    /// <summary>The body read as a JSON object; an empty body is an empty object.</summary>
    public JsonElement Json()
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new AwsException("SerializationException", "Start of structure or map found where not expected.");
        }
    }

    private static List<KeyValuePair<string, string>> Parameters(string text, bool plusIsSpace)
    {
        var list = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = at < 0 ? (part, "") : (part[..at], part[(at + 1)..]);
            list.Add(new(Decode(key, plusIsSpace), Decode(value, plusIsSpace)));
        }

        return list;
    }

    private static string Decode(string text, bool plusIsSpace) =>
        Uri.UnescapeDataString(plusIsSpace ? text.Replace('+', ' ') : text);
}
