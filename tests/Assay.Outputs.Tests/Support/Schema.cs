using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Outputs.Support;

/// <summary>
/// As much of JSON Schema as ours uses to hold names: required, additionalProperties, propertyNames, const, enum,
/// pattern, minimum, items, $ref, anyOf.
/// </summary>
internal sealed class Schema(JsonElement root)
{
    public static readonly string Path = At("docs/schemas/assay.report.1.schema.json");

    /// <param name="path">From the root of the repository.</param>
    public static string At(string path) => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Here())!, "../../..", path));

    /// <param name="path">The report's schema if it is left out.</param>
    public static Schema Read(string? path = null)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path ?? Path));
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
            return !schema.TryGetProperty("additionalProperties", out var any)
                ? [$"{path} is an object that the schema doesn't describe"]
                : any.ValueKind != JsonValueKind.Object ? []
                : value.EnumerateObject().SelectMany(member =>
                    Errors(any, member.Value, $"{path}.{member.Name}").Concat(Name(schema, member.Name, path)));
        }

        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray() : [];
        var missing = required.Select(name => name.GetString()!)
            .Where(name => !value.TryGetProperty(name, out _))
            .Select(name => $"{path}.{name} is missing");
        return missing
            .Concat(value.EnumerateObject().SelectMany(member => properties.TryGetProperty(member.Name, out var inner)
            ? Errors(inner, member.Value, $"{path}.{member.Name}")
            : [$"{path}.{member.Name} is not in the schema"]));
    }

    private static IEnumerable<string> Name(JsonElement schema, string name, string path) =>
        schema.TryGetProperty("propertyNames", out var rule)
            && !Regex.IsMatch(name, rule.GetProperty("pattern").GetString()!)
            ? [$"{path}.{name} is no name of the schema"] : [];

    private static IEnumerable<string> Words(JsonElement schema, JsonElement value, string path)
    {
        var kind = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "number",
        };
        if (schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            yield return $"{path} is {value}, which is none of the schema's words";
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            yield return $"{path} is {value}, not {only}";
        }

        if (kind == "string" && schema.TryGetProperty("pattern", out var form)
            && !Regex.IsMatch(value.GetString()!, form.GetString()!))
        {
            yield return $"{path} is {value}, which has not the schema's form";
        }

        if (kind == "number" && schema.TryGetProperty("minimum", out var least)
            && value.GetDecimal() < least.GetDecimal())
        {
            yield return $"{path} is {value}, less than {least}";
        }

        if (schema.TryGetProperty("type", out var type) && !type.ToString().Replace("integer", "number").Contains(kind))
        {
            yield return $"{path} is {kind}, not {type}";
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
