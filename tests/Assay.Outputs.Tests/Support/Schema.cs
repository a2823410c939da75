using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Assay.Outputs.Support;

/// <summary>
/// As much of JSON Schema as ours uses to hold names: required, additionalProperties, enum, items, $ref, anyOf.
/// </summary>
internal sealed class Schema(JsonElement root)
{
    public static readonly string Path = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(Here())!, "../../../docs/schemas/assay.report.1.schema.json"));

    public static Schema Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path));
        return new Schema(document.RootElement.Clone());
    }

    public IReadOnlyList<string> Errors(JsonElement value) => [.. Errors(root, value, "$")];

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Errors(
                root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path);
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var tried = choices.EnumerateArray().Select(choice => Errors(choice, value, path).ToList()).ToList();
            return tried.Exists(errors => errors.Count == 0) ? [] : tried[0];
        }

        return [.. Words(schema, value, path), .. value.ValueKind switch
        {
            JsonValueKind.Object => Members(schema, value, path),
            JsonValueKind.Array =>
                value.EnumerateArray()
                    .SelectMany((item, i) => Errors(schema.GetProperty("items"), item, $"{path}[{i}]")),
            _ => [],
        }];
    }

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return schema.TryGetProperty("additionalProperties", out _) ? []
                : [$"{path} is an object that the schema doesn't describe"];
        }

        var missing = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)
            .Where(name => !value.TryGetProperty(name, out _))
            .Select(name => $"{path}.{name} is missing");
        return missing
            .Concat(value.EnumerateObject().SelectMany(member => properties.TryGetProperty(member.Name, out var inner)
            ? Errors(inner, member.Value, $"{path}.{member.Name}")
            : [$"{path}.{member.Name} is not in the schema"]));
    }

    private static IEnumerable<string> Words(JsonElement schema, JsonElement value, string path)
    {
        var kind = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Null => "null",
            _ => "number",
        };
        if (schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            yield return $"{path} is {value}, which is none of the schema's words";
        }

        if (schema.TryGetProperty("type", out var type) && !type.ToString().Replace("integer", "number").Contains(kind))
        {
            yield return $"{path} is {kind}, not {type}";
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
