using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

/// <summary>
/// What each bundled account says, compared with files that a person has read. <c>one-account</c> has its goldens in
/// <see cref="GoldenTests"/>, in every form.
/// </summary>
public sealed class ScenarioGoldenTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. ScenarioTests.Names.Select(row => row.Data), "agent-calls"];

    [Theory, MemberData(nameof(Names))]
    public async Task A_scenario_says_what_was_read_and_approved(string name)
    {
        using var folder = new TempFolder();
        string[] files = ["table.txt", "report.json"];

        var outputs = files.SelectMany(file => new[] { "--output", folder.Sub(file) });
        var ran = await Shell.Bare.RunAsync(["demo", "--scenario", name, "--quiet", .. outputs]);

        // One account of the organization may not be read in one Region.
        ran.EndsWith(name == "mixed-organization" ? 4 : 0);
        foreach (var file in files)
        {
            var golden = Repository.At($"scenarios/{name}/golden/{file}");
            var text = await File.ReadAllTextAsync(folder.Sub(file));
            if (Update)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
                await File.WriteAllTextAsync(golden, text);
            }

            Assert.True(File.Exists(golden), $"{golden} is missing: run the tests with UPDATE_GOLDEN=1 and read it");
            Assert.Equal(await File.ReadAllTextAsync(golden), text);
        }

        await Python.ValidateAsync(await File.ReadAllTextAsync(folder.Sub("report.json")));
    }
}
