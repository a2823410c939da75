using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Scans;

public sealed class ChecksTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Forty_checks_and_more_are_listed_and_each_shows_its_page()
    {
        var lines = (await Shell.Bare.RunAsync("checks", "list")).EndsWith(0).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 40, 400);
        var sql = (await Shell.Bare.RunAsync("checks", "show", "throttled")).EndsWith(0).Out;
        var lever = (await Shell.Bare.RunAsync("checks", "show", "cache-missing")).EndsWith(0).Out;
        Assert.Contains("throttled.share", sql, StringComparison.Ordinal);
        Assert.Contains("usage_tried_by_hour", sql, StringComparison.Ordinal);
        Assert.StartsWith("# ", lever, StringComparison.Ordinal);
        (await Shell.Bare.RunAsync("checks", "show", "nothing")).Refuses(2, "no check is called nothing", "assay checks list");
    }

    [Fact]
    public async Task A_report_is_of_the_chosen_checks_alone()
    {
        var one = await DemoAsync("--check", "logging-off");
        var rest = await DemoAsync("--exclude-check", "logging-off", "--exclude-check", "cache-missing");

        Assert.Equal(["logging-off"], Fired(one).Distinct());
        Assert.Equal(0m, Saving(one));
        Assert.DoesNotContain("logging-off", Fired(rest));
        Assert.DoesNotContain("cache-missing", Fired(rest));
        Assert.NotEmpty(Fired(rest));
        (await Shell.Bare.RunAsync("demo", "--check", "nothing")).Refuses(2, "no check is called nothing");
    }

    [Fact]
    public async Task A_threshold_of_the_command_line_goes_before_that_of_the_file()
    {
        var file = folder.Sub("assay.yaml");
        await File.WriteAllTextAsync(file, "thresholds:\n  throttled.share: 0.9\n");

        Assert.Contains("throttled", Fired(await DemoAsync()));
        Assert.DoesNotContain("throttled", Fired(await DemoAsync("--config", file)));
        Assert.Contains("throttled", Fired(await DemoAsync("--config", file, "--set", "throttled.share=0.01")));
        (await Shell.Bare.RunAsync("demo", "--set", "throttled.nothing=1")).Refuses(2, "no threshold is called throttled.nothing");
        (await Shell.Bare.RunAsync("demo", "--set", "throttled.share")).Refuses(2, "sets nothing");
        (await Shell.Bare.RunAsync("demo", "--set", "throttled.share=-1")).Refuses(2, "sets nothing");
    }

    [Fact]
    public async Task What_is_muted_is_in_no_list_and_in_no_total_until_its_day()
    {
        var all = await DemoAsync();
        var held = await DemoAsync("--mute", Mutes("- { finding: cache-missing, reason: planned, until: 2027-01-31 }"));
        var ended = await DemoAsync("--mute", Mutes("- { finding: cache-missing, reason: planned, until: 2026-11-01 }"));

        Assert.Contains("cache-missing", Fired(all));
        Assert.DoesNotContain("cache-missing", Fired(held));
        Assert.True(Saving(held) < Saving(all));
        Assert.Contains(held.Diagnostics, line => line.Contains("muted", StringComparison.Ordinal));
        Assert.Contains("cache-missing", Fired(ended));
        Assert.Equal(Saving(all), Saving(ended));
        Assert.Contains(ended.Diagnostics, line => line.Contains("the mute of cache-missing ended on 2026-11-01", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- { finding: cache-missing, until: 2027-01-31 }", "it has no reason")]
    [InlineData("- { finding: cache-missing, reason: planned }", "it has no until")]
    [InlineData("- { finding: cache-missing, reason: planned, until: never }", "until never is no date")]
    [InlineData("- { finding: x, reason: y, until: 2027-01-31, forever: true }", "nothing is called forever")]
    [InlineData("finding: x", "no list of mutes")]
    [InlineData("- [", "not valid YAML")]
    public async Task A_mute_without_an_end_or_a_reason_is_refused_with_its_line(string text, string why) =>
        (await Shell.Bare.RunAsync("demo", "--mute", Mutes(text))).Refuses(2, "mutes.yaml, line ", why);

    private static async Task<Report> DemoAsync(params IEnumerable<string> more) =>
        (await Shell.Bare.RunAsync([.. (string[])["demo", "--scenario", "one-account", "--format", "json"], .. more])).EndsWith(0).Report;

    private static List<string> Fired(Report report) => [.. report.Findings.Select(each => each.GetProperty("check").GetString()!)];

    private static decimal Saving(Report report) =>
        report.Totals.GetProperty("saving").GetProperty("expected").GetDecimal();

    public void Dispose() => folder.Dispose();

    private string Mutes(string text)
    {
        var file = folder.Sub("mutes.yaml");
        File.WriteAllText(file, text + "\n");
        return file;
    }
}
