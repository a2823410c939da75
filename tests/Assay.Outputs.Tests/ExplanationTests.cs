using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Findings;
using Assay.Models;
using Assay.Outputs.Support;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Outputs;

public sealed class ExplanationTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Poison.Texts.Length)];

    [Fact]
    public void A_person_reads_inputs_plans_prices_and_the_command()
    {
        var table = string.Join(' ', Print(Explained(), "table")
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("1,204,331", table, StringComparison.Ordinal);
        Assert.Contains("3,000.00", table, StringComparison.Ordinal);
        Assert.Contains("since 2026-01-01 (observed), checked 2026-11-20", table, StringComparison.Ordinal);
        Assert.Contains("https://example.org/prices", table, StringComparison.Ordinal);
        Assert.Contains("assay replay --ledger ledger.duckdb --lever", table, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_is_null_and_never_zero()
    {
        using var json = JsonDocument.Parse(Print(Explained(), "json"));
        var input = json.RootElement.GetProperty("inputs")[1];
        Assert.Equal(JsonValueKind.Null, input.GetProperty("value").ValueKind);
        Assert.Contains("cacheReadTokens          ?", Print(Explained(), "table"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_price_there_is_no_sum()
    {
        var unpriced = Explained() with { Alone = [], InSequence = [], Prices = [] };
        var table = Print(unpriced with { Finding = unpriced.Finding with { Saving = null } }, "table");
        Assert.Contains("no price is known", table, StringComparison.Ordinal);
        Assert.DoesNotContain("SAVED A MONTH", table, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Texts))]
    public void No_hidden_character_comes_out(int text)
    {
        foreach (var form in Explanations.Forms)
        {
            var printed = Print(Poison.Everywhere(Explained(), Poison.Texts[text]), form);
            Assert.DoesNotContain(printed.EnumerateRunes(), rune => rune.Value != '\n'
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }

    private static string Print(Explanation explanation, string form)
    {
        using var writer = new StringWriter();
        Explanations.Write(explanation, form, writer, new OutputOptions());
        return writer.ToString();
    }

    private static Explanation Explained()
    {
        var report = Some.Report();
        var key = new PriceKey("x.model-v1:0", RoutingScope.Geo, "us-east-1");
        ExplainedPlan Plan(decimal millions) => new(
            [new(key, TokenKind.Input, millions * 1_000_000, new(3), new(millions * 3))], Usd.Zero, new(millions * 3));
        List<ExplainedStep> steps =
        [
            new("low", Plan(1_000), Plan(900)), new("expected", Plan(1_000), Plan(500)),
            new("high", Plan(1_000), Plan(100)),
        ];
        return new(
            report.Provenance, report.Window, report.Findings[0],
            new Check("cache-read-rate-low", "prompt-caching", "Prompts are paid in full", "# Help"),
            [new("invocations", 1_204_331, "cloudwatch-metrics"), new("cacheReadTokens", null, "cloudwatch-metrics")],
            2.142857m, new DateOnly(2026, 11, 14), steps, steps,
            [new(key.Model, key.Scope, key.Region, key.Tier, null, new DateOnly(2026, 1, 1), FromBasis.Observed,
                "https://example.org/prices", new DateOnly(2026, 11, 20))]);
    }
}
