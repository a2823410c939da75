using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Outputs.Support;
using Assay.Outputs.Terminal;

namespace Assay.Outputs;

/// <summary>Names, tags and ids are other people's text: every form shows them and none obeys them.</summary>
public sealed partial class HostileTextTests
{
    public static TheoryData<int, string> TextsAndForms
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var output in Output.All)
            {
                for (var i = 0; i < Poison.Texts.Length; i++)
                {
                    data.Add(i, output.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Poison.Texts.Length)];

    [Theory, MemberData(nameof(TextsAndForms))]
    public void No_form_lets_a_hidden_character_out(int text, string output)
    {
        foreach (var table in Enum.GetValues<CsvTable>())
        {
            var printed = Some.Print(Poisoned(text), output, new OutputOptions { Verbose = true, CsvTable = table });
            Assert.DoesNotContain(printed.EnumerateRunes(), rune => rune.Value != '\n' && IsHidden(rune));
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Colours_are_the_only_escape_sequences(int text)
    {
        var printed = Some.Print(Poisoned(text), "table", new OutputOptions { Verbose = true, Color = true });
        Assert.DoesNotContain(
            Colours().Replace(printed, "").EnumerateRunes(), rune => rune.Value != '\n' && IsHidden(rune));
        Assert.Equal(Some.Print(Poisoned(text), "table", new OutputOptions { Verbose = true }), Plain(printed));
    }

    [Fact]
    public void Markup_of_the_console_library_is_text() =>
        Assert.Contains(
            "[red]markup[/]",
                Some.Print(
                    Poison.Everywhere(Some.Report(), "[red]markup[/]"), "table", new OutputOptions { Color = true }));

    [Theory, MemberData(nameof(Texts))]
    public void No_line_of_a_table_is_wider_than_the_terminal(int text)
    {
        foreach (var width in new[] { 60, 80, 100, 120, 200 })
        {
            var report = Poisoned(text) with { Findings = [] };
            var lines = Some.Print(report, "table", new OutputOptions { Width = width }).Split('\n');
            Assert.All(lines, line => Assert.InRange(Text.Width(line), 0, width));
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Json_keeps_the_text_as_it_is(int text)
    {
        using var document = JsonDocument.Parse(Some.Print(Poisoned(text), "json"));
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Poison.Texts[text]));
        var model = document.RootElement.GetProperty("models")[0];
        Assert.Equal(expected, model.GetProperty("modelId").GetString());
        Assert.Equal(expected, model.GetProperty("profile").GetProperty("tags").EnumerateObject().Single().Name);
    }

    [Theory, MemberData(nameof(Texts))]
    public void No_field_of_a_csv_file_is_a_formula(int text)
    {
        foreach (var table in Enum.GetValues<CsvTable>())
        {
            var lines = Some.Print(Poisoned(text), "csv", new OutputOptions { CsvTable = table }).TrimEnd('\n')
                .Split('\n');
            var fields = lines.Select(Fields).ToList();
            Assert.All(fields, row => Assert.Equal(fields[0].Count, row.Count));
            Assert.All(fields.SelectMany(row => row), field => Assert.False(
                field.Trim() is ['=' or '+' or '-' or '@', ..]
                    && !decimal.TryParse(field, CultureInfo.InvariantCulture, out _), field));
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Markdown_stays_a_table_and_holds_no_html(int text)
    {
        var printed = Some.Print(Poisoned(text), "markdown");
        var outsideCode = InCode().Replace(printed, "");
        Assert.DoesNotContain("<", outsideCode, StringComparison.Ordinal);
        Assert.DoesNotContain("@", outsideCode, StringComparison.Ordinal);
        var tables = printed.Split("\n\n").Where(block => block.StartsWith('|'));
        Assert.All(
            tables, table =>
                Assert.Single(table.TrimEnd('\n').Split('\n').Select(row => BarePipe().Count(row)).Distinct()));
    }

    private static Reports.Report Poisoned(int text) => Poison.Everywhere(Some.Report(), Poison.Texts[text]);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private static string Plain(string coloured) =>
        string.Join('\n', Colours().Replace(coloured, "").Split('\n').Select(line => line.TrimEnd(' ')));

    private static List<string> Fields(string line) =>
        [.. CsvFields().Matches(line)
            .Select(
                match =>
                    match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"")
                        : match.Groups["bare"].Value)];

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex("(?<=^|,)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<bare>[^,]*))(?=,|$)")]
    private static partial Regex CsvFields();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\|")]
    private static partial Regex BarePipe();

    [GeneratedRegex(@"(?<!\\)(?<fence>`+)(?!`).*?(?<!`)\k<fence>(?!`)", RegexOptions.Singleline)]
    private static partial Regex InCode();
}
