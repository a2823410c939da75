using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Prices;

/// <summary><c>assay capacity --term</c>: the book's price of a model unit.</summary>
public sealed class CapacityTermTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>AWS's rates of 2023/24 for Titan Text Express: $20.50 without commitment, $14.80 for six months.</summary>
    [Theory]
    [InlineData("none", "20.50")]
    [InlineData("1-month", "18.40")]
    [InlineData("6-month", "14.80")]
    public async Task A_term_costs_what_its_price_says(string term, string price)
    {
        var ofBook = Figures((await RunAsync("--term", term, "--model", "amazon.titan-text-express-v1", "--region", "us-east-1")).EndsWith(0));
        Assert.Equal(Figures((await RunAsync("--unit-price", price)).EndsWith(0)), ofBook);
        Assert.Equal(Figures((await RunAsync("--unit-price", $"{term}={price}")).EndsWith(0)), ofBook);
    }

    [Fact]
    public async Task A_term_that_is_not_sold_is_told_with_those_that_are()
    {
        var ran = await RunAsync("--term", "3-month", "--model", "amazon.titan-text-express-v1", "--region", "us-east-1");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("us-east-1 6-month", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("--term", "none")).Exit);
    }

    [Fact]
    public async Task All_terms_stand_side_by_side_and_the_cheapest_is_the_one_whose_sizes_are_shown()
    {
        var ran = await RunAsync("--model", "amazon.titan-text-express-v1", "--region", "us-east-1");
        using var told = JsonDocument.Parse(ran.EndsWith(0).Out);
        var units = told.RootElement.GetProperty("choices").EnumerateArray()
            .Where(each => each.GetProperty("kind").GetString() == "provisioned")
            .Select(each => (each.GetProperty("term").GetString(), each.GetProperty("capacityUsd").GetDecimal() / each.GetProperty("units").GetInt32()));
        Assert.Equal([("6-month", 14.80m * 720), ("1-month", 18.40m * 720), ("none", 20.50m * 720)], units);
        Assert.Equal("6-month", told.RootElement.GetProperty("term").GetString());
    }

    [Theory]
    [InlineData("--unit-price", "2-month=5", "no term is called 2-month")]
    [InlineData("--unit-price", "much", "is no amount")]
    [InlineData("--discount", "1.5", "from 0 to 1")]
    [InlineData("--replaced-after", "-1", "0 to 120 months")]
    [InlineData("--term", "2-month", "no term is called 2-month")]
    public async Task A_price_that_means_nothing_is_a_mistake_in_the_command(string option, string value, string said)
    {
        var ran = await RunAsync(option, value);
        Assert.Equal(2, ran.Exit);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    /// <summary>What the sizes cost, without the other choices and the words.</summary>
    private static string Figures(Ran ran)
    {
        using var told = JsonDocument.Parse(ran.Out);
        string[] names = ["windows", "mean", "p95", "best", "onDemandUsd", "sizes"];
        return string.Join('\n', names.Select(name => told.RootElement.GetProperty(name).GetRawText()));
    }

    private async Task<Ran> RunAsync(params string[] more)
    {
        await File.WriteAllTextAsync(
            folder.Sub("demand.csv"), "ts,amount\n2026-11-02T00:00:00Z,100\n2026-11-02T01:00:00Z,90\n2026-11-02T02:00:00Z,0\n2026-11-02T03:00:00Z,100\n");
        return await Shell.Bare.RunAsync(
            ["capacity", "--demand", folder.Sub("demand.csv"), "--kind", "provisioned", "--unit-capacity", "50",
                "--list-price", "500000", "--format", "json", .. more]);
    }
}
