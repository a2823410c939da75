using Assay.Outputs.Support;

namespace Assay.Outputs;

public sealed class GoldenTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void A_terminal_shows(int width) =>
        Golden.Matches($"table-{width}.txt", Some.Print(Some.Report(), "table", new OutputOptions { Width = width }));

    [Fact]
    public void A_terminal_shows_everything_when_asked() =>
        Golden.Matches(
            "table-80-verbose.txt", Some.Print(Some.Report(), "table", new OutputOptions { Verbose = true }));

    [Fact]
    public void A_terminal_with_colours_shows() =>
        Golden.Matches(
            "table-80-color.txt", Some.Print(Some.Report(), "table", new OutputOptions { Color = true })
                .Replace('\e', '␛'));

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("prometheus")]
    public void An_empty_account_is_explained(string output) =>
        Golden.Matches($"empty.{output}.txt", Some.Print(Some.Empty(), output));

    [Fact]
    public void Json_is() => Golden.Matches("report.json", Some.Print(Some.Report(), "json"));

    [Fact]
    public void Markdown_is() => Golden.Matches("report.md", Some.Print(Some.Report(), "markdown"));

    [Theory]
    [InlineData("html", "report.html")]
    [InlineData("sarif", "report.sarif")]
    [InlineData("junit", "report.xml")]
    [InlineData("prometheus", "report.prom")]
    public void A_form_is(string output, string file) => Golden.Matches(file, Some.Print(Some.Report(), output));

    [Theory]
    [InlineData(CsvTable.Models)]
    [InlineData(CsvTable.Findings)]
    [InlineData(CsvTable.Workloads)]
    [InlineData(CsvTable.Owners)]
    [InlineData(CsvTable.Series)]
    [InlineData(CsvTable.Billed)]
    public void Csv_is(CsvTable table) => Golden.Matches(
        $"{table.ToString().ToLowerInvariant()}.csv",
            Some.Print(Some.Report(), "csv", new OutputOptions { CsvTable = table }));
}
