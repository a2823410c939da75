using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>Cost Explorer's filter expressions.</summary>
internal static class CostFilter
{
    public static Func<CostRow, bool> Read(JsonElement? filter)
    {
        if (filter is not { } expression)
        {
            return _ => true;
        }

        var members = expression.EnumerateObject().ToList();
        if (members.Count != 1)
        {
            throw Invalid("Expression can only contain one of Dimensions, Tags, And, Or, Not");
        }

        var value = members[0].Value;
        return members[0].Name switch
        {
            "And" => All(value, every: true),
            "Or" => All(value, every: false),
            "Not" => Not(Read(value)),
            "Dimensions" => Values(value, (row, key) => row.Dimensions.GetValueOrDefault(key)),
            "Tags" => Values(value, (row, key) => row.Tags.GetValueOrDefault(key)),
            var name => throw Invalid($"This fake knows no filter named {name}"),
        };
    }

    public static AwsException Invalid(string message) => new("ValidationException", message);

    private static Func<CostRow, bool> Not(Func<CostRow, bool> inner) => row => !inner(row);

    private static Func<CostRow, bool> All(JsonElement list, bool every)
    {
        var parts = list.EnumerateArray().Select(e => Read(e)).ToList();
        if (parts.Count < 2)
        {
            throw Invalid("And and Or need at least two expressions");
        }

        return every ? row => parts.All(p => p(row)) : row => parts.Any(p => p(row));
    }

    private static Func<CostRow, bool> Values(JsonElement value, Func<CostRow, string, string?> read)
    {
        var key = value.Text("Key") ?? throw Invalid("Key is required");
        var wanted = value.Items("Values").Select(v => v.GetString()).ToHashSet();
        var options = value.Items("MatchOptions").Select(v => v.GetString()).ToList();
        if (options.Contains("ABSENT"))
        {
            return row => read(row, key) is null;
        }

        // Cost and usage can be filtered by whole values only; a search for a part must go by GetDimensionValues.
        var unknown = options.FirstOrDefault(o => o is not ("EQUALS" or "CASE_SENSITIVE"));
        return unknown is null
            ? row => wanted.Contains(read(row, key) ?? "")
            : throw Invalid($"MatchOptions {unknown} is not supported");
    }
}
