using System.IO.Compression;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

/// <summary>What the bundled accounts teach is true, and they are made again as they were made.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names =>
        ["frontier-classifier", "idle-throughput", "mixed-organization", "nightly-batch", "split-cache", "support-bot"];

    [Theory, MemberData(nameof(Names))]
    public async Task The_dollars_of_a_scenario_are_its_recorded_tokens_times_prices_written_by_hand(string name)
    {
        using var folder = new TempFolder();
        await Shell.Bare.RunAsync("demo", "--scenario", name, "--quiet", "--output", folder.Sub("report.json"));

        await Python.RunAsync(
            "scenarios.py", "gzip", Repository.At($"scenarios/{name}/recording"), name, folder.Sub("report.json"));
    }

    /// <summary>The bundled logs, read by Python: tokens times prices by hand, and what two callers waste.</summary>
    [Fact]
    public async Task The_dollars_of_bundled_calls_are_what_their_logs_say()
    {
        using var folder = new TempFolder();
        await Shell.Bare.RunAsync("demo", "--scenario", "agent-calls", "--quiet", "--output", folder.Sub("report.json"));

        await Python.RunAsync(
            "calls_scenario.py", "gzip", Repository.At("scenarios/agent-calls/calls"), folder.Sub("report.json"));
    }

    [Fact]
    public async Task Every_recorded_account_is_listed_with_one_line_of_what_it_teaches()
    {
        var folders = Directory.EnumerateDirectories(Repository.At("scenarios")).Select(Path.GetFileName);

        var listed = (await Shell.Bare.RunAsync("demo", "--list")).EndsWith(0).Out.TrimEnd().Split('\n');

        Assert.Equal(folders.Order(StringComparer.Ordinal), listed.Select(line => line.Split(' ')[0]));
        Assert.All(listed, line => Assert.InRange(line.Length, 40, 132));
    }

    /// <summary>
    /// File by file, unpacked: which bytes gzip makes of the same text is for each version of .NET to say.
    /// </summary>
    [Fact]
    public async Task The_generator_makes_the_recordings_that_are_here()
    {
        using var folder = new TempFolder();
        var tool = Path.Combine(AppContext.BaseDirectory, "Assay.Scenarios.dll");
        var program = Path.Combine(AppContext.BaseDirectory, "assay.dll");

        var ran = await Shell.Bare.TryAsync("dotnet", tool, program, folder.Path);

        Assert.True(ran?.Exit == 0, ran?.Error);
        foreach (var name in Directory.EnumerateDirectories(Repository.At("scenarios")).Select(Path.GetFileName))
        {
            var part = name == "agent-calls" ? "calls" : "recording";
            var (kept, made) = (Repository.At($"scenarios/{name}/{part}"), folder.Sub($"{name}/{part}"));
            Assert.Equal(Files(kept), Files(made));
            Assert.All(
                Files(kept).Where(file => file.EndsWith(".gz", StringComparison.Ordinal)),
                file => Assert.Equal(Text(Path.Combine(kept, file)), Text(Path.Combine(made, file))));
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);

    private static string Text(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
