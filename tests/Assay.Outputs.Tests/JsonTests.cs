using System.Text.Json;
using Assay.Models;
using Assay.Outputs.Format;
using Assay.Outputs.Support;
using Assay.Units;

namespace Assay.Outputs;

public sealed class JsonTests
{
    [Theory]
    [InlineData("0.00000000875", "0.00000000875")]
    [InlineData("12.340000", "12.34")]
    [InlineData("1000000000000", "1000000000000")]
    [InlineData("0.000000000000", "0")]
    [InlineData("-0.0000000000001", "0")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("1234567890123.123456789012", "1234567890123.123456789012")]
    [InlineData("0.0000000000005", "0")]
    [InlineData("0.0000000000015", "0.000000000002")]
    public void Money_is_exact_to_twelve_decimals(string amount, string expected)
    {
        var usd = decimal.Parse(amount);
        var report = Some.Report(totals: SomeRows.Totals() with { CostUsd = new Usd(usd) });
        using var document = JsonDocument.Parse(Some.Print(report, "json"));
        Assert.Equal(expected, document.RootElement.GetProperty("totals").GetProperty("costUsd").GetRawText());
    }

    [Fact]
    public void The_schema_comes_first()
    {
        using var document = JsonDocument.Parse(Some.Print(Some.Report(), "json"));
        Assert.Equal("assay.report/1", document.RootElement.EnumerateObject().First().Value.GetString());
    }

    [Fact]
    public void The_cost_of_what_has_no_price_is_null()
    {
        using var document =
            JsonDocument.Parse(Some.Print(Some.Report(models: [SomeRows.Model(costUsd: null)]), "json"));
        var model = document.RootElement.GetProperty("models")[0];
        Assert.Equal(JsonValueKind.Null, model.GetProperty("costUsd").ValueKind);
        Assert.Equal(JsonValueKind.Null, model.GetProperty("cost").ValueKind);
    }

    [Fact]
    public void Words_are_those_of_the_contract()
    {
        Assert.All(Enum.GetValues<RoutingScope>(), scope => Assert.Equal(Words.Of(scope), Exact.Word(scope)));
        Assert.All(Enum.GetValues<ServiceTier>(), tier => Assert.Equal(Words.Of(tier), Exact.Word(tier)));
    }

    [Fact]
    public void A_time_keeps_its_fraction_and_loses_its_offset() =>
        Assert.Equal(
            "2026-11-01T10:30:00.5Z",
                Exact.Time(new DateTimeOffset(2026, 11, 1, 12, 30, 0, 500, TimeSpan.FromHours(2))));
}
