using Assay.Outputs.Support;

namespace Assay.Outputs;

public sealed class OutputTests
{
    [Fact]
    public void Every_output_is_listed()
    {
        var written = typeof(IReportOutput).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IReportOutput)));
        Assert.Equal(
            written.Select(type => type.Name).Order(), Output.All.Select(output => output.GetType().Name).Order());
    }

    [Fact]
    public void Names_and_extensions_mean_one_output_each()
    {
        Assert.Equal(Output.All.Count, Output.All.Select(output => output.Name).Distinct().Count());
        var extensions = Output.All.SelectMany(output => output.Extensions).ToList();
        Assert.Equal(extensions.Count, extensions.Distinct().Count());
    }

    [Theory]
    [InlineData("report.json", "json")]
    [InlineData("out/REPORT.MD", "markdown")]
    [InlineData("a.csv", "csv")]
    [InlineData("a.txt", "table")]
    [InlineData("a.html", "html")]
    [InlineData("a.sarif", "sarif")]
    [InlineData("junit.xml", "junit")]
    [InlineData("assay.prom", "prometheus")]
    [InlineData("a.pdf", null)]
    public void A_file_name_tells_the_form(string file, string? output) =>
        Assert.Equal(output, Output.ForFile(file)?.Name);

    [Fact]
    public void Equal_reports_give_equal_text()
    {
        foreach (var output in Output.All)
        {
            Assert.Equal(Some.Print(Some.Report(), output.Name), Some.Print(Some.Report(), output.Name));
        }
    }

    [Fact]
    public void Rows_that_are_not_shown_are_counted()
    {
        var models = Enumerable.Range(0, 30).Select(i => SomeRows.Model($"m{i}", $"Model {i}", 100 - i)).ToList();
        Assert.Contains(
            "… and 10 more rows: -v shows them", Some.Print(Some.Report(models), "table"), StringComparison.Ordinal);
        Assert.Contains(
            "Model 29", Some.Print(Some.Report(models), "table", new OutputOptions { Verbose = true }),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_look_alike_say_their_ids()
    {
        var printed = Some.Print(Some.Report([SomeRows.Model("a.b-v1:0"), SomeRows.Model("a.b-v1")]), "table");
        Assert.Contains("a.b-v1:0", printed, StringComparison.Ordinal);
    }
}
