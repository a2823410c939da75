using Assay.Outputs.Support;
using Assay.Units;

namespace Assay.Outputs;

public sealed class PrometheusTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Poison.Texts.Length)];

    [Theory, MemberData(nameof(Texts))]
    public void Whatever_things_are_called_each_series_is_written_once(int text)
    {
        var samples = Exposition.Parse(Some.Print(Poison.Everywhere(Some.Report(), Poison.Texts[text]), "prometheus"));
        var series = samples.Select(
            each => each.Metric + string.Concat(each.Labels.OrderBy(label => label.Key).Select(label => $"{label}")));
        Assert.Equal(samples.Count, series.Distinct().Count());
    }

    [Fact]
    public void A_label_is_what_the_account_calls_it()
    {
        const string name = "a \"quoted\" \\ back{slash}, x=\"1\"";
        var samples = Exposition.Parse(Some.Print(Poison.Everywhere(Some.Report(), name), "prometheus"));
        Assert.Contains(samples, each => each.Metric == "assay_model_tokens" && each.Labels["model_id"] == name);
    }

    [Fact]
    public void Dollars_are_exact_and_have_their_range()
    {
        var samples = Exposition.Parse(Some.Print(Some.Report(), "prometheus"));
        var cost = samples.Where(each => each.Metric == "assay_cost_usd").ToDictionary(each => each.Labels["bound"]);
        Assert.Equal(14_052.035956789012m, cost["expected"].Value);
        Assert.Equal(14_262.27m, cost["high"].Value);
        var saving = samples.Single(each => each.Metric == "assay_monthly_saving_usd"
            && each.Labels["bound"] == "expected");
        Assert.Equal(9_020.55m, saving.Value);
    }

    [Fact]
    public void What_is_unknown_has_no_sample()
    {
        var unpriced = SomeRows.Model("x.y-v1:0", null, null);
        var totals = SomeRows.Totals() with { CostUsd = Usd.Zero, CostUsdLow = Usd.Zero, CostUsdHigh = Usd.Zero };
        var samples = Exposition.Parse(Some.Print(Some.Report([unpriced], totals: totals), "prometheus"));
        Assert.DoesNotContain(samples, each => each.Metric is "assay_model_cost_usd" or "assay_cost_usd"
            or "assay_monthly_cost_usd");
        Assert.Contains(samples, each => each.Metric == "assay_unpriced_tokens" && each.Value == 48_300_000);
        Assert.DoesNotContain(samples, each => each.Metric == "assay_check_findings"
            && each.Labels["check"] == "output-tail");
    }
}
