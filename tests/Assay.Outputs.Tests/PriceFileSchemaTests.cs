using System.Text.Json;
using Assay.Outputs.Support;

namespace Assay.Outputs;

/// <summary>The price files against their own schemas, as far as the house's validator goes; jsonschema goes further.</summary>
public sealed class PriceFileSchemaTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Schema.At("prices"), "*.jsonc").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_price_file_keeps_its_schema(string file)
    {
        using var document = Read(File.ReadAllText(Schema.At($"prices/{file}")));
        Assert.Empty(SchemaOf(file).Errors(document.RootElement));
    }

    /// <summary>The validator is not blind: each of these slips is one that a person makes.</summary>
    [Theory]
    [InlineData("\"tiers\": [\"standard\"", "\"tiers\": [\"default\"", "none of the schema's words")]
    [InlineData("\"legacyFrom\": \"2026", "\"legacyFrom\": \"26", "not the schema's form")]
    [InlineData("\"burnDown\": 1,", "\"burnDown\": 0,", "less than 1")]
    [InlineData("\"burnDown\": 1,", "", "burnDown is missing")]
    [InlineData("\"burnDown\"", "\"burndown\"", "burndown is not in the schema")]
    [InlineData("\"amazon.nova-pro-v1:0\": {", "\"Nova Pro\": {", "no name of the schema")]
    public void A_slip_in_the_catalogue_is_told(string good, string slip, string told)
    {
        var text = File.ReadAllText(Schema.At("prices/catalogue.jsonc"));
        var at = text.IndexOf(good, StringComparison.Ordinal);
        using var document = Read(text[..at] + slip + text[(at + good.Length)..]);
        Assert.Contains(SchemaOf("catalogue.jsonc").Errors(document.RootElement), error => error.Contains(told, StringComparison.Ordinal));
    }

    private static Schema SchemaOf(string file) =>
        Schema.Read(Schema.At(file == "catalogue.jsonc" ? "prices/catalogue.schema.json" : "prices/schema.json"));

    private static JsonDocument Read(string text) =>
        JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip });
}
