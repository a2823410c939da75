using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Demo;

/// <summary>
/// What the bundled demo prints, compared with files that a person has read. <c>UPDATE_GOLDEN=1</c> rewrites them, and
/// the diff is reviewed.
/// </summary>
public sealed class GoldenTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    [Theory]
    [InlineData("json", "report.json")]
    [InlineData("markdown", "report.md")]
    [InlineData("table", "table.txt")]
    public async Task The_demo_prints_what_was_read_and_approved(string form, string file)
    {
        var golden = Repository.At("scenarios/one-account/golden/" + file);

        var ran = (await Shell.Bare.RunAsync("demo", "--format", form)).EndsWith(0);

        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            await File.WriteAllTextAsync(golden, ran.Out);
        }

        Assert.True(File.Exists(golden), $"{golden} is missing: run the tests with UPDATE_GOLDEN=1, read it, commit it");
        Assert.Equal(await File.ReadAllTextAsync(golden), ran.Out);
    }

    [Fact]
    public async Task The_table_fits_eighty_columns()
    {
        var ran = (await Shell.Bare.RunAsync("demo")).EndsWith(0);

        // A command to paste may hold one word that no line can break.
        Assert.DoesNotContain(ran.Out.Split('\n'), line => line.Length > 80 && !line.Contains("Value='arn:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_is_valid_by_the_published_schema()
    {
        using var folder = new TempFolder();
        (await Shell.Bare.RunAsync("demo", "--output", folder.Sub("report.json"))).EndsWith(0);

        await Python.RunAsync(
            "validate.py", "jsonschema", Repository.At("docs/schemas/assay.report.1.schema.json"), folder.Sub("report.json"));
    }

    [Fact]
    public async Task The_demo_lists_its_scenarios() =>
        Assert.Contains("one-account", (await Shell.Bare.RunAsync("demo", "--list")).EndsWith(0).Out, StringComparison.Ordinal);
}
