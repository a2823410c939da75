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
        var ofBook = (await RunAsync("--term", term, "--model", "amazon.titan-text-express-v1", "--region", "us-east-1")).EndsWith(0);
        var said = (await RunAsync("--unit-price", price)).EndsWith(0);
        Assert.Equal(said.Out, ofBook.Out);
    }

    [Fact]
    public async Task A_term_that_is_not_sold_is_told_with_those_that_are()
    {
        var ran = await RunAsync("--term", "3-month", "--model", "amazon.titan-text-express-v1", "--region", "us-east-1");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("us-east-1 6-month", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("--term", "none")).Exit);
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
