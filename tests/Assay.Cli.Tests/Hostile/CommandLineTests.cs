using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Hostile;

/// <summary>Command lines with mistakes: exit 2, one line that says which, one that says what to do.</summary>
public sealed class CommandLineTests
{
    /// <summary>Credentials for an address where nobody is: a mistake is found before anything is asked.</summary>
    private static Shell Nowhere => Shell.Bare.With("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
        .With("AWS_REGION", "us-east-1")
        .With("AWS_ACCESS_KEY_ID", Everything.Key).With("AWS_SECRET_ACCESS_KEY", Everything.Secret);

    [Theory]
    [InlineData("--since", "yesterday-ish")]
    [InlineData("--since", "14")]
    [InlineData("--since", "-3d")]
    [InlineData("--since", "99999999d")]
    [InlineData("--since", "2026-02-31")]
    [InlineData("--until", "soon")]
    [InlineData("--now", "noon")]
    [InlineData("--format", "nope")]
    [InlineData("--output", "x.nope")]
    [InlineData("--output", "x")]
    [InlineData("--csv-table", "nope")]
    [InlineData("--fail-on", "nope")]
    [InlineData("--region", "us-eest-1")]
    [InlineData("--role", "nope")]
    public async Task A_value_that_makes_no_sense_is_named(string option, string value) =>
        (await Nowhere.RunAsync("scan", option, value)).Refuses(2, value);

    [Theory]
    [InlineData("--since", "0d")]
    [InlineData("--since", "0h")]
    [InlineData("--until", "1990-01-01")]
    [InlineData("--since", "2199-01-01")]
    public async Task A_window_that_holds_no_time_is_refused(string option, string value) =>
        (await Nowhere.RunAsync("scan", option, value)).Refuses(2, "window is empty", "--since");

    [Theory]
    [InlineData("scan", "--nope")]
    [InlineData("scan", "nope")]
    [InlineData("scan", "--region")]
    [InlineData("scan", "--quiet=perhaps")]
    [InlineData("nope")]
    [InlineData]
    [InlineData("prices", "show")]
    public async Task What_is_not_understood_is_a_mistake(params string[] words) =>
        (await Nowhere.RunAsync(words)).Refuses(2, "--help");

    [Theory]
    [InlineData("demo", "--scenario", "nope")]
    [InlineData("prices", "show", "--model", "amazon.nova-pro-v1:0", "--format", "nope")]
    [InlineData("prices", "show", "--model", "amazon.nova-pro-v1:0", "--scope", "nope")]
    [InlineData("prices", "show", "--model", "amazon.nova-pro-v1:0", "--at", "nope")]
    public async Task Other_verbs_name_a_wrong_value_too(params string[] words) =>
        (await Nowhere.RunAsync(words)).Refuses(2, "nope");

    [Fact]
    public async Task A_price_that_nobody_knows_is_no_result()
    {
        string[] show = ["prices", "show", "--model"];
        (await Nowhere.RunAsync([.. show, "maker.unheard-of"])).Refuses(1, "maker.unheard-of", "assay prices list");
        (await Nowhere.RunAsync([.. show, "amazon.nova-pro-v1:0", "--region", "mars-1"])).Refuses(1, "mars-1");
    }

    [Fact]
    public async Task Help_and_version_are_answers_and_not_failures()
    {
        var help = (await Shell.Bare.RunAsync("--help")).EndsWith(0);
        var version = (await Shell.Bare.RunAsync("--version")).EndsWith(0);

        string[] verbs = ["scan", "demo", "report", "prices"];
        Assert.All(verbs, verb => Assert.Contains(verb, help.Out, StringComparison.Ordinal));
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]+)?\n$", version.Out);
        Assert.Equal(("", ""), (help.Error, version.Error));
    }
}
