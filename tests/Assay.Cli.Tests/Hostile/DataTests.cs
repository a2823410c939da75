using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Hostile;

/// <summary>Metrics that are absent, endless, no numbers, or named to do harm.</summary>
public sealed class DataTests
{
    private static readonly string[] Scan =
        ["scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "us-east-1"];

    private static readonly string[] Names =
    [
        "us.anthropic.claude-x';touch pwned;'", "$(touch pwned)", "\u001b[31mred\u001b[0m", "[red]markup[/]",
        "<script>alert(1)</script>", "a|b`c`", "=cmd|' /C calc'!A1", "line\nbreak", "\u202egnp.exe",
        "a\u200bb", "x\u0007",
    ];

    private static readonly char[] Hidden = ['\u001b', '\u202e', '\u200b', '\u0007'];

    [Fact]
    public async Task An_empty_account_gets_a_friendly_word_and_no_failure()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.Of(new RegionWorld()));

        using var folder = new TempFolder();
        var ran = await Everything.At(aws).RunAsync([.. Scan, "--format", "json", "--output", folder.Sub("r.txt")]);
        var (report, table) = (ran.EndsWith(0).Report, await File.ReadAllTextAsync(folder.Sub("r.txt")));

        Assert.Contains("No Bedrock usage was found", table, StringComparison.Ordinal);
        Assert.Contains("--region all", table, StringComparison.Ordinal);
        Assert.Equal((0, 0m), (report.Rows.Count, report.Cost));
    }

    [Fact]
    public async Task Two_thousand_models_in_one_Region_take_seconds()
    {
        await using var aws = await FakeAwsServer.StartAsync(
            Everything.WithQuotas(Worlds.Scaled(2_000, 1, 1)), new FakeAwsOptions { KeepBodies = false });
        var shell = Everything.At(aws)
            .With("AWS_ACCESS_KEY_ID", Worlds.AccessKeyId).With("AWS_SECRET_ACCESS_KEY", Worlds.SecretAccessKey);

        var ran = await shell.RunAsync(
            "scan", "--since", "1d", "--now", "2026-11-23T00:30:00Z", "--region", "us-east-1", "--format", "json");

        Assert.Equal(2_000, ran.EndsWith(0).Report.Rows.Count);
        Assert.InRange(ran.Took.TotalSeconds, 0, 20 * Waiting());
    }

    [Fact]
    public async Task Datapoints_that_are_no_numbers_are_told_and_the_others_counted()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.Of(new RegionWorld
        {
            Metrics =
            [
                Everything.Series("Invocations", [5, null, 5, null, 5]),
                Everything.Series("InputTokenCount", [1_000, double.NaN, null, 2_000, 4_000]),
                Everything.Series("OutputTokenCount", [double.NaN, double.NaN, null, null, null]),
            ],
        }));

        var report = (await Everything.At(aws).RunAsync([.. Scan, "--format", "json"])).Report;

        var row = report.Row(Everything.Sonnet);
        Assert.Equal((15, 7_000), (row.Count("invocations"), row.Count("inputTokens")));
        Assert.Contains(report.Diagnostics, told => told.Contains("number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_made_to_do_harm_are_shown_and_do_none()
    {
        using var folder = new TempFolder();
        string[] files = ["r.txt", "r.md", "r.csv", "r.json"];
        await using var aws = await FakeAwsServer.StartAsync(Everything.Of(new RegionWorld
        {
            Metrics =
            [
                .. Names.SelectMany(name => (MetricSeries[])
                [
                    Everything.Series("Invocations", [.. Enumerable.Repeat<double?>(500, 40)], name),
                    Everything.Series("InputTokenCount", [.. Enumerable.Repeat<double?>(5e6, 40)], name),
                ]),
            ],
        }));

        var shell = Everything.At(aws) with { Folder = folder.Path };
        var ran = await shell.RunAsync(
            [.. Scan, "--format", "json", "-v", .. files.SelectMany(file => new[] { "--output", file })]);

        Assert.Equal(Names.ToHashSet(), ran.EndsWith(0).Report.Rows.Select(row => row.Text("modelId")!).ToHashSet());
        Assert.Equal(files.Order(), Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        foreach (var text in files.Select(file => File.ReadAllText(folder.Sub(file))).Append(ran.Out))
        {
            Assert.All(Hidden, character => Assert.DoesNotContain(character, text));
        }

        Assert.DoesNotContain("<script>", await File.ReadAllTextAsync(folder.Sub("r.md")), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)(^|,)\"?=cmd", await File.ReadAllTextAsync(folder.Sub("r.csv")));
    }

    [Fact]
    public async Task An_id_with_shell_characters_stays_one_word_of_its_verify_command()
    {
        using var folder = new TempFolder();
        const string id = "';touch pwned;'";
        var profile = $"arn:aws:bedrock:us-east-1:{Everything.Account}:application-inference-profile/{id}";
        await using var aws = await FakeAwsServer.StartAsync(Everything.Of(new RegionWorld
        {
            Metrics =
            [
                Everything.Series("Invocations", [.. Enumerable.Repeat<double?>(500, 40)], profile),
                Everything.Series("InputTokenCount", [.. Enumerable.Repeat<double?>(5e6, 40)], profile),
                Everything.Series("OutputTokenCount", [.. Enumerable.Repeat<double?>(5e5, 40)], profile),
            ],
            InferenceProfiles = [Profile(profile, id)],
        }));

        var report = (await Everything.At(aws).RunAsync([.. Scan, "--format", "json"])).EndsWith(0).Report;

        var commands = report.Findings.Where(Report.HasLever)
            .Select(finding => finding.GetProperty("verify").GetString()!).ToList();
        Assert.NotEmpty(commands);
        var shell = Shell.Bare with { Folder = folder.Path };
        foreach (var command in commands)
        {
            // The shell's own words, one a line, in place of the AWS CLI.
            var ran = (await shell.TryAsync("sh", "-c", "aws() { printf '%s\\n' \"$@\"; }\n" + command))!;
            Assert.Contains($"Name=ModelId,Value={profile}", ran.Out.Split('\n'));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    /// <summary>How many programs wait for each processor of this machine, at least one.</summary>
    private static double Waiting() => File.Exists("/proc/loadavg")
        ? Math.Max(1, double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]) / Environment.ProcessorCount)
        : 1;

    private static JsonElement Profile(string arn, string id) => WorldFile.Raw(new
    {
        inferenceProfileName = "[red]<b>name</b>",
        inferenceProfileArn = arn,
        inferenceProfileId = id,
        type = "APPLICATION",
        status = "ACTIVE",
        models = new[] { new { modelArn = "arn:aws:bedrock:::foundation-model/" + Everything.Sonnet["us.".Length..] } },
    });
}
