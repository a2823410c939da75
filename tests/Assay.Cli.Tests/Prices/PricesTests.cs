using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Prices;

public sealed class PricesTests
{
    [Fact]
    public async Task The_whole_book_is_valid_by_the_published_schema() => await Python.ValidateAsync(
        (await Shell.Bare.RunAsync("prices", "list", "--format", "json")).EndsWith(0).Out, "assay.prices.1");

    /// <summary>A model of the catalogue has a price, by the token, the hour or another unit, or is listed as without one.</summary>
    [Fact]
    public async Task A_model_without_any_known_price_is_listed_as_such()
    {
        var root = JsonDocument.Parse((await Shell.Bare.RunAsync("prices", "list", "--format", "json")).EndsWith(0).Out).RootElement;
        HashSet<string> Named(string list, string field) =>
            [.. root.GetProperty(list).EnumerateArray().Select(each => each.GetProperty(field).GetString()!)];
        string[] without = [.. root.GetProperty("noKnownPrice").EnumerateArray().Select(each => each.GetString()!)];
        string[] priced = [.. Named("rates", "model").Union(Named("provisioned", "model")).Union(Named("units", "subject"))];

        Assert.Contains("anthropic.claude-mythos-5-1", without);
        Assert.Empty(without.Intersect(priced));
        var catalogue = JsonDocument.Parse(
            await File.ReadAllTextAsync(Repository.At("prices/catalogue.jsonc")), new() { CommentHandling = JsonCommentHandling.Skip });
        Assert.Empty(catalogue.RootElement.GetProperty("models").EnumerateObject().Select(model => model.Name).Except(priced).Except(without));
        Assert.Contains("no price is known of", (await Shell.Bare.RunAsync("prices", "list")).EndsWith(0).Out, StringComparison.Ordinal);
    }

    /// <summary>Claude Sonnet 4.5: 3.30 through a geographic profile, 3.00 through the global one (bedrock.md 4.2).</summary>
    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "geo", 3.30)]
    [InlineData("global.anthropic.claude-sonnet-4-5", "global", 3.00)]
    public async Task A_prefix_fixes_the_scope(string model, string scope, double input)
    {
        var rates = await RatesAsync("--model", model, "--region", "us-east-1", "--tier", "standard");

        Assert.All(rates, rate => Assert.Equal(scope, rate.GetProperty("scope").GetString()));
        var rate = Assert.Single(rates, rate => rate.GetProperty("kind").GetString() == "input");
        Assert.Equal((decimal)input, rate.GetProperty("usdPerMillion").GetDecimal());
    }

    [Fact]
    public async Task Without_a_scope_every_one_is_shown_in_which_the_id_can_be_called()
    {
        var rates = await RatesAsync("--model", "anthropic.claude-sonnet-4-5", "--region", "us-east-1");

        var scopes = rates.Select(rate => rate.GetProperty("scope").GetString()!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["geo", "global", "in-region"], scopes);
    }

    private static async Task<List<JsonElement>> RatesAsync(params string[] words)
    {
        var ran = await Shell.Bare.RunAsync(["prices", "show", .. words, "--format", "json"]);
        return [.. JsonDocument.Parse(ran.EndsWith(0).Out).RootElement.GetProperty("rates").EnumerateArray()];
    }
}
