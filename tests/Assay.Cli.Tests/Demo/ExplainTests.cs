using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

public sealed class ExplainTests
{
    [Fact]
    public async Task A_ledger_explains_what_its_report_found()
    {
        using var folder = new TempFolder();
        var ledger = folder.Sub("demo.duckdb");
        (await Shell.Bare.RunAsync("demo", "--scenario", "one-account", "--quiet", "--ledger", ledger)).EndsWith(0);
        var report = (await Shell.Bare.RunAsync("report", "--ledger", ledger, "--format", "json")).EndsWith(0).Report;
        var finding = report.Findings.First();
        var id = finding.GetProperty("id").GetString()!;

        var ran = (await Shell.Bare.RunAsync("explain", id, "--ledger", ledger, "--format", "json")).EndsWith(0);

        using var explained = JsonDocument.Parse(ran.Out);
        Assert.True(JsonElement.DeepEquals(finding, explained.RootElement.GetProperty("finding")));
        Assert.Equal(
            finding.GetProperty("saving").GetProperty("standalone").GetProperty("expected").GetDecimal(),
            explained.RootElement.GetProperty("alone")[1].GetProperty("monthlyUsdSaved").GetDecimal());
    }

    [Fact]
    public async Task A_name_that_means_several_findings_is_answered_with_their_ids()
    {
        var ran = (await Shell.Bare.RunAsync("explain", "output-tail", "--scenario", "one-account")).EndsWith(2);
        Assert.Contains("output-tail means 4 findings", ran.Error, StringComparison.Ordinal);
        Assert.Contains("output-tail/210987654321/us-east-1/p8d4z6n0c5ef", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no finding is called nothing-like-it", "explain", "nothing-like-it", "--scenario", "one-account")]
    [InlineData("from one ledger or from one bundled account", "explain", "cache-missing")]
    [InlineData("has its own window", "explain", "x", "--scenario", "one-account", "--since", "1d")]
    [InlineData("choose from: table, json", "explain", "x", "--scenario", "one-account", "--format", "html")]
    public async Task A_mistake_is_told_with_its_remedy(string said, params string[] words) =>
        Assert.Contains(said, (await Shell.Bare.RunAsync(words)).EndsWith(2).Error, StringComparison.Ordinal);
}
