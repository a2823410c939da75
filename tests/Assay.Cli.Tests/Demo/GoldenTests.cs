using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

/// <summary>
/// What the bundled demo prints, compared with files that a person has read. <c>UPDATE_GOLDEN=1</c> rewrites them, and
/// the diff is reviewed.
/// </summary>
public sealed class GoldenTests(GoldenTests.Demo demo) : IClassFixture<GoldenTests.Demo>
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    [Theory]
    [InlineData("report.json")]
    [InlineData("report.md")]
    [InlineData("table.txt")]
    public async Task The_demo_prints_what_was_read_and_approved(string file)
    {
        var golden = Repository.At("scenarios/one-account/golden/" + file);

        var text = await demo.TextAsync(file);

        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            await File.WriteAllTextAsync(golden, text);
        }

        Assert.True(File.Exists(golden), $"{file} is missing: run the tests with UPDATE_GOLDEN=1, read it, commit it");
        Assert.Equal(await File.ReadAllTextAsync(golden), text);
    }

    [Fact]
    public async Task The_table_fits_eighty_columns()
    {
        var wide = (await demo.TextAsync("table.txt")).Split('\n').Where(line => line.Length > 80);

        // A command to paste may hold one word that no line can break.
        Assert.All(wide, line => Assert.Contains("Value='arn:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_is_valid_by_the_published_schema() =>
        await Python.ValidateAsync(await demo.TextAsync("report.json"));

    [Fact]
    public async Task The_demo_lists_its_scenarios()
    {
        var ran = (await Shell.Bare.RunAsync("demo", "--list")).EndsWith(0);

        Assert.Contains("one-account", ran.Out, StringComparison.Ordinal);
    }

    /// <summary>One run of the demo in all its forms.</summary>
    public sealed class Demo : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Lazy<Task> ran;

        public Demo() => ran = new(async () =>
        {
            var table = (await Shell.Bare.RunAsync(
                "demo", "--format", "table", "--output", At("report.json"), "--output", At("report.md"))).EndsWith(0);
            await File.WriteAllTextAsync(At("table.txt"), table.Out);
        });

        private string At(string file) => folder.Sub(file);

        internal async Task<string> TextAsync(string file)
        {
            await ran.Value;
            return await File.ReadAllTextAsync(At(file));
        }

        public void Dispose() => folder.Dispose();
    }
}
