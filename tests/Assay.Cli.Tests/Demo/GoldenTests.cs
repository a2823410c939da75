using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

/// <summary>
/// What a bundled account prints in every form, compared with files that a person has read. <c>UPDATE_GOLDEN=1</c>
/// rewrites them, and the diff is reviewed.
/// </summary>
public sealed class GoldenTests(GoldenTests.Demo demo) : IClassFixture<GoldenTests.Demo>
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    [Theory]
    [InlineData("report.json")]
    [InlineData("report.md")]
    [InlineData("table.txt")]
    [InlineData("table-200.txt")]
    [InlineData("report.html")]
    [InlineData("report.sarif")]
    [InlineData("report.xml")]
    [InlineData("report.prom")]
    [InlineData("report.csv")]
    [InlineData("explanation.txt")]
    [InlineData("explanation.json")]
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

    [Theory]
    [InlineData("table.txt", 80)]
    [InlineData("table-200.txt", 200)]
    [InlineData("explanation.txt", 80)]
    public async Task The_table_fits_the_terminal(string file, int width)
    {
        var wide = (await demo.TextAsync(file)).Split('\n').Where(line => line.Length > width);

        // A command to paste may hold one word that no line can break.
        Assert.All(wide, line => Assert.Contains("Value='arn:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_is_valid_by_the_published_schema() =>
        await Python.ValidateAsync(await demo.TextAsync("report.json"));

    [Fact]
    public async Task An_explanation_is_valid_by_its_schema() =>
        await Python.ValidateAsync(await demo.TextAsync("explanation.json"), "assay.explanation.1");

    /// <summary>The judge is the parser that Prometheus publishes for Python.</summary>
    [Fact]
    public async Task Prometheus_reads_the_metrics()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Sub("report.prom"), await demo.TextAsync("report.prom"));
        var said = await Python.RunAsync("exposition.py", "prometheus_client", folder.Sub("report.prom"));
        Assert.Contains("assay_monthly_saving_usd gauge 3", said, StringComparison.Ordinal);
    }

    /// <summary>One run of the demo in all its forms.</summary>
    public sealed class Demo : IDisposable
    {
        private static readonly string[] Account = ["--scenario", "one-account"];

        private readonly TempFolder folder = new();
        private readonly Lazy<Task> ran;

        public Demo() => ran = new(async () =>
        {
            string[] files = ["report.json", "report.md", "report.html", "report.sarif", "report.xml", "report.prom"];
            await SaveAsync(
                "table.txt", Shell.Bare,
                ["demo", .. Account, "--format", "table", .. files.SelectMany(file => new[] { "--output", At(file) })]);
            await SaveAsync("report.csv", Shell.Bare, ["demo", .. Account, "--format", "csv"]);
            await SaveAsync("table-200.txt", Shell.Bare.With("COLUMNS", "200"), ["demo", .. Account]);
            string[] explain = ["explain", "cache-missing", .. Account];
            await SaveAsync("explanation.txt", Shell.Bare, explain);
            await SaveAsync("explanation.json", Shell.Bare, [.. explain, "--format", "json"]);
        });

        private async Task SaveAsync(string file, Shell shell, params string[] words) =>
            await File.WriteAllTextAsync(At(file), (await shell.RunAsync(words)).EndsWith(0).Out);

        private string At(string file) => folder.Sub(file);

        internal async Task<string> TextAsync(string file)
        {
            await ran.Value;
            return await File.ReadAllTextAsync(At(file));
        }

        public void Dispose() => folder.Dispose();
    }
}
