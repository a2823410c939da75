using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Prices;

/// <summary>Somebody else's validator on the price files as they stand in the repository.</summary>
public sealed class PriceFileSchemaTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.At("prices"), "*.jsonc").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task A_validator_accepts_each_price_file(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.At($"prices/{file}"), TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        await Python.ValidateByAsync(
            json.ToJsonString(), file == "catalogue.jsonc" ? "prices/catalogue.schema.json" : "prices/schema.json");
    }
}
