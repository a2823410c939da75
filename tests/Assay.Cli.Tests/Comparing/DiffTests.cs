using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Comparing;

/// <summary><c>assay diff</c> on a report of the bundled account and on copies that were changed by hand.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_report_beside_itself_changed_in_nothing()
    {
        await ReportAsync("a.json");
        var ran = await DiffAsync("a.json", "a.json", 0, "--fail-on", "regression");
        await Python.ValidateAsync(ran.Out, "assay.diff.1");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.False(json.RootElement.GetProperty("isRegression").GetBoolean());
        Assert.All(
            json.RootElement.GetProperty("findings").EnumerateArray(),
            finding => Assert.Equal(("same", 0m), (finding.GetProperty("status").GetString(), finding.GetProperty("changeUsd").GetDecimal())));
    }

    /// <summary>One finding is gone, one saves twice as much, one half; one is new; one is gone unseen.</summary>
    [Fact]
    public async Task New_worse_better_fixed_and_unseen_are_told_apart_with_their_dollars()
    {
        var report = await ReportAsync("a.json");
        var findings = report["findings"]!.AsArray();
        var dear = findings.Where(each => each!["saving"] is not null).Take(4).Select(each => each!.AsObject()).ToList();
        var usd = dear.Select(each => each["saving"]!["standalone"]!["expected"]!.GetValue<decimal>()).ToList();
        Assert.All(usd, each => Assert.True(each > 100));
        var added = dear[0].DeepClone().AsObject();
        added["id"] = "cache-missing/000000000000/eu-west-1/new";
        findings.Remove(dear[0]);
        dear[1]["saving"]!["standalone"]!["expected"] = usd[1] * 2;
        dear[2]["saving"]!["standalone"]!["expected"] = usd[2] / 2;
        findings.Remove(dear[3]);
        foreach (var check in report["checks"]!.AsArray().Where(each => each!["id"]!.GetValue<string>() == dear[3]["check"]!.GetValue<string>()))
        {
            check!["status"] = "unknown";
        }

        findings.Add(added);
        await File.WriteAllTextAsync(folder.Sub("b.json"), report.ToJsonString());

        var ran = await DiffAsync("a.json", "b.json", 3, "--fail-on", "regression");
        await Python.ValidateAsync(ran.Out, "assay.diff.1");
        using var json = JsonDocument.Parse(ran.Out);
        (string Status, string Id, decimal Usd)[] expected =
        [
            ("new", "cache-missing/000000000000/eu-west-1/new", usd[0]),
            ("worse", dear[1]["id"]!.GetValue<string>(), usd[1]),
            ("unseen", dear[3]["id"]!.GetValue<string>(), -usd[3]),
            ("better", dear[2]["id"]!.GetValue<string>(), -(usd[2] / 2)),
            ("fixed", dear[0]["id"]!.GetValue<string>(), -usd[0]),
        ];
        Assert.Equal(
            expected,
            json.RootElement.GetProperty("findings").EnumerateArray()
                .Select(each => (each.GetProperty("status").GetString()!, each.GetProperty("id").GetString()!, each.GetProperty("changeUsd").GetDecimal()))
                .Where(each => each.Item1 != "same"));
        // Backwards nothing is new or worse but what was fixed, better and unseen.
        var back = await DiffAsync("b.json", "a.json", 3, "--fail-on", "regression");
        using var backwards = JsonDocument.Parse(back.Out);
        Assert.Equal(2, backwards.RootElement.GetProperty("totals").GetProperty("new").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{\"schema\":\"assay.report/2\"}")]
    public async Task What_is_no_report_is_told(string text)
    {
        await ReportAsync("a.json");
        await File.WriteAllTextAsync(folder.Sub("b.json"), text);
        (await Shell.Bare.RunAsync("diff", folder.Sub("a.json"), folder.Sub("b.json"))).Refuses(2, "is no assay.report/1");
        (await Shell.Bare.RunAsync("diff", folder.Sub("a.json"), folder.Sub("c.json"))).Refuses(1, "does not exist");
        (await Shell.Bare.RunAsync("diff", folder.Sub("a.json"), folder.Sub("a.json"), "--fail-on", "high"))
            .Refuses(2, "choose from: regression");
    }

    private async Task<JsonNode> ReportAsync(string name)
    {
        var demo = await Shell.Bare.RunAsync("demo", "--scenario", "one-account", "--format", "json", "--quiet");
        await File.WriteAllTextAsync(folder.Sub(name), demo.Out);
        return JsonNode.Parse(demo.Out)!;
    }

    private async Task<Ran> DiffAsync(string before, string after, int exit, params string[] more) =>
        (await Shell.Bare.RunAsync(["diff", folder.Sub(before), folder.Sub(after), "--format", "json", .. more])).EndsWith(exit);
}
