using Assay.Outputs.Format;
using Assay.Outputs.Terminal;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs;

public sealed class PrintTests
{
    [Theory]
    [InlineData("0", "$0")]
    [InlineData("0.00001", "<$0.0001")]
    [InlineData("0.0042", "$0.0042")]
    [InlineData("0.5", "$0.50")]
    [InlineData("12.345", "$12.35")]
    [InlineData("999.999", "$1,000.00")]
    [InlineData("12345.67", "$12,346")]
    [InlineData("1234567", "$1.23M")]
    [InlineData("-12.3", "-$12.30")]
    public void Money_in_a_sentence(string amount, string expected) =>
        Assert.Equal(expected, Money.Of(new Usd(decimal.Parse(amount))));

    [Theory]
    [InlineData("1", "1", "1", null)]
    [InlineData("620", "900", "1680", "$620 to $1,680")]
    [InlineData("10", "10", "12", "up to $12.00")]
    [InlineData("10", "12", "12", "at least $10.00")]
    public void Money_around(string low, string expected, string high, string? said) => Assert.Equal(
        said, Money.Around(
            new UsdRange(new(decimal.Parse(low)), new(decimal.Parse(expected)), new(decimal.Parse(high)))));

    [Fact]
    public void A_column_of_money_has_equal_decimals()
    {
        Usd[] column = [new(12_345.67m), new(0.25m), new(7m)];
        Assert.Equal(["$12,346", "<$1", "$7"], column.Select(Money.Alike(column)));
        Usd[] small = [new(12.5m), new(0.001m), new(0)];
        Assert.Equal(["$12.50", "<$0.01", "$0"], small.Select(Money.Alike(small)));
    }

    [Theory]
    [InlineData(9_999, "9,999")]
    [InlineData(12_345, "12.3K")]
    [InlineData(999_499, "999K")]
    [InlineData(999_500, "1.00M")]
    [InlineData(12_300_000, "12.3M")]
    [InlineData(1_230_000_000_000, "1.23T")]
    public void Counts(long count, string expected) => Assert.Equal(expected, Count.Of(count));

    [Fact]
    public void Parts_of_a_whole_sum_to_a_hundred() =>
        Assert.Equal([34, 33, 33], Percent.Parts([new(1), new(1), new(1)]));

    [Fact]
    public void A_long_id_keeps_both_ends() =>
        Assert.Equal("us.anthropic…250929-v1:0", Text.Shortened("us.anthropic.claude-sonnet-4-5-20250929-v1:0", 24));

    [Fact]
    public void A_long_id_is_broken_after_its_marks() =>
        Assert.Equal(
            ["us.anthropic.claude-", "sonnet-4-5-20250929-", "v1:0"],
                Wrap.Lines("us.anthropic.claude-sonnet-4-5-20250929-v1:0", 21));

    [Fact]
    public void A_long_command_stays_one_command()
    {
        var lines = ShellLines.Of("assay replay --ledger 'my long file name.duckdb' --lever output-cap", 30);
        Assert.Equal(["assay replay --ledger \\", "  'my long file name.duckdb' \\", "  --lever output-cap"], lines);
    }
}
