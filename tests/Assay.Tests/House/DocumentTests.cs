using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Analysis.Levers;
using Assay.Cli.Commands;
using Assay.Cli.Hosting;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Tests.Support;

namespace Assay.Tests.House;

/// <summary>Words cannot rot: what a document says of the program is what the program does, prints or holds.</summary>
public sealed partial class DocumentTests
{
    private const string Readme = "README.md";

    private const string LedgerPage = "docs/ledger.md";

    private const int WidestLine = 120;

    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    private static readonly ConcurrentDictionary<string, Task<(int Exit, string Said)>> Runs =
        new(StringComparer.Ordinal);

    /// <summary>Pages for people; the pages of levers and scenarios are held where they are too.</summary>
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Files("docs", "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> LinkingDocuments =>
    [
        .. Documents.Select(row => row.Data),
        .. Repository.Files("src", "*.md").Concat(Repository.Files("scenarios", "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Fact]
    public async Task The_first_screen_in_the_README_is_what_the_demo_prints()
    {
        var screen = (await RunAsync("demo")).Split('\n')
            .TakeWhile(line => !line.StartsWith("MODELS", StringComparison.Ordinal));
        var text = Read(Readme);
        var block = DemoBlock().Match(text);
        Assert.True(block.Success, "the README has no text block between <!-- demo --> and <!-- /demo -->");
        Matches(Readme, text, [(block.Groups["text"], string.Join('\n', screen).TrimEnd())]);
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_option_that_a_document_mentions_is_in_the_help_of_its_verb(string document)
    {
        foreach (var words in Commands(Read(document)))
        {
            var verb = Verb(document, words);
            var help = await RunAsync([.. verb, "--help"]);
            Assert.All(
                words.Where(word => word.StartsWith('-')),
                option => Assert.True(Has(help, option), $"{document}: no {option} in assay {string.Join(' ', verb)}"));
        }

        var helps = await Task.WhenAll(CommandList.All.SelectMany(Verbs).Select(verb => RunAsync([.. verb, "--help"])));
        Assert.All(BareOptions(Read(document)), option =>
            Assert.True(helps.Any(help => Has(help, option)), $"{document}: no verb has {option}"));
    }

    [Fact]
    public void The_README_tells_of_every_verb_and_every_lever()
    {
        var text = Read(Readme);
        var verbs = CommandList.All.Select(command => "assay " + command.Build().Name);
        Assert.All(verbs, verb => Assert.Contains(verb, text, StringComparison.Ordinal));
        Assert.All(Lever.All, lever => Assert.Contains($"`{lever.Id}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_configuration_in_the_README_is_one()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, FenceOf("yaml"));
            Assert.NotEqual(Configuration.Default, ConfigurationFile.Read(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_exit_codes_in_the_README_are_the_programs() => Assert.Equal(
        Enum.GetValues<ExitCode>().Select(code => (int)code).Order(),
        ExitCodeRow().Matches(Read(Readme)).Select(row => int.Parse(row.Groups["code"].Value)).Order());

    /// <summary>Names, types and order of columns; a column that is never null says "never".</summary>
    [Fact]
    public void The_ledger_page_describes_every_table_and_view_and_every_column()
    {
        using var database = new Database(":memory:");
        Migrations.Apply(database, "tests");
        var held = database.Query(
            // The words of an enum stand in what the column holds.
            "select table_name, column_name, regexp_replace(lower(data_type), '^enum.*', 'enum'), is_nullable, table_type "
            + "from information_schema.columns "
            + "join information_schema.tables using (table_schema, table_name) order by table_name, ordinal_position",
            row => (Table: row.GetString(0), Line: $"{row.GetString(1)} {row.GetString(2)}",
                Never: row.GetString(3) == "NO", IsView: row.GetString(4) == "VIEW"));
        var described = DescribedColumns().OrderBy(column => column.Table, StringComparer.Ordinal).ToList();
        Assert.Equal(held.Select(each => (each.Table, each.Line)), described.Select(each => (each.Table, each.Line)));
        Assert.DoesNotContain(described, column => column.What.Length == 0 || column.Null.Length == 0);
        // DuckDB does not tell of a view's columns whether they can be null.
        Assert.All(held.Zip(described).Where(pair => !pair.First.IsView), pair => Assert.True(
            pair.First.Never == (pair.Second.Null == "never"), $"{pair.First.Table}: {pair.First.Line}"));
    }

    [Fact]
    public async Task The_queries_of_the_ledger_page_give_what_stands_below_them()
    {
        using var ledger = await DemoLedgerAsync();
        var text = Read(LedgerPage);
        var queries = Query().Matches(text);
        Assert.True(queries.Count >= 3, "the page shows at least three queries");
        Matches(LedgerPage, text, [
            .. queries.Select(query => (query.Groups["text"], Ask(ledger.Database, query.Groups["sql"].Value)))]);
    }

    [Fact]
    public async Task The_query_in_the_README_finds_something()
    {
        using var ledger = await DemoLedgerAsync();
        var query = ShellQuery().Match(Read(Readme));
        Assert.True(query.Success, "the README shows duckdb FILE \"SQL\"");
        Assert.Contains('\n', Ask(ledger.Database, query.Groups["sql"].Value));
    }

    [Theory, MemberData(nameof(LinkingDocuments))]
    public void No_document_names_a_file_that_does_not_exist(string document)
    {
        var text = Read(document);
        var folder = Path.GetDirectoryName(Repository.At(document))!;
        var links = Link().Matches(text).Select(link => Path.Combine(folder, link.Groups["to"].Value));
        var paths = InCode(text).Where(code => RepositoryPath().IsMatch(code)).Select(Repository.At);
        Assert.All(links.Concat(paths), path => Assert.True(Path.Exists(path), $"{document}: {path}"));
    }

    [Theory, MemberData(nameof(Documents))]
    public void Every_test_that_a_document_names_exists(string document)
    {
        var tests = string.Concat(Repository.Files("tests", "*.cs").Select(File.ReadAllText));
        Assert.All(
            InCode(Read(document)).Where(code => TestName().IsMatch(code)),
            name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Documents))]
    public void A_line_of_a_document_fits_the_screen(string document) =>
        // A row of a table can't be broken.
        Assert.DoesNotContain(Read(document).Split('\n'), line => line.Length > WidestLine && !line.StartsWith('|'));

    [Fact]
    public void The_changelog_has_the_version_that_is_built()
    {
        var version = XDocument.Load(Repository.At("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Contains($"## [{version}]", Read("CHANGELOG.md"), StringComparison.Ordinal);
    }

    /// <summary>The one block of a kind in the README.</summary>
    private static string FenceOf(string kind) =>
        Fence().Matches(Read(Readme)).Single(block => block.Groups["kind"].Value == kind).Groups["text"].Value;

    private static string Read(string document) => File.ReadAllText(Repository.At(document));

    /// <summary>Blocks of a document against what they show; UPDATE_GOLDEN=1 rewrites them.</summary>
    private static void Matches(string document, string text, IReadOnlyList<(Group Block, string Actual)> blocks)
    {
        if (!Update)
        {
            Assert.All(blocks, pair => Assert.Equal(pair.Actual, pair.Block.Value));
            return;
        }

        foreach (var (block, actual) in blocks.OrderByDescending(pair => pair.Block.Index))
        {
            text = string.Concat(text.AsSpan(0, block.Index), actual, text.AsSpan(block.Index + block.Length));
        }

        File.WriteAllText(Repository.At(document), text);
    }

    private static async Task<string> RunAsync(params string[] words)
    {
        var (exit, said) = await Runs.GetOrAdd(string.Join(' ', words), _ => StartAsync(words));
        Assert.True(HasResult(exit), $"assay {string.Join(' ', words)} ended with {exit}:\n{said}");
        return said;
    }

    /// <summary>The program as it is built beside these tests, with the width of a file and no settings.</summary>
    private static async Task<(int Exit, string Said)> StartAsync(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "assay.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("ASSAY_CONFIG");
        start.Environment["CI"] = "true";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, HasResult(process.ExitCode) ? said : await errors);
    }

    /// <summary>In the demo's organization one Region is denied, so that its result is a partial one.</summary>
    private static bool HasResult(int exit) => (ExitCode)exit is ExitCode.Done or ExitCode.Partial;

    /// <summary>Command lines in code, spoken as <c>assay …</c> or <c>./assay …</c>, word by word.</summary>
    private static IEnumerable<string[]> Commands(string document) =>
        Fence().Matches(document).Select(block => block.Groups["text"].Value)
            .SelectMany(block => block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            .Concat(InCode(document))
            .SelectMany(line => Command().Matches(line))
            .Select(command => command.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> BareOptions(string document) =>
        InCode(document).Where(code => code.StartsWith('-'))
            .SelectMany(code => Option().Matches(code).Select(option => option.Value));

    /// <summary>Code in sentences and tables, without blocks.</summary>
    private static IEnumerable<string> InCode(string document) =>
        InlineCode().Matches(Fence().Replace(document, "")).Select(code => code.Groups["text"].Value);

    private static string[] Verb(string document, string[] words)
    {
        var plain = words.TakeWhile(word => VerbWord().IsMatch(word)).ToArray();
        Assert.True(
            plain.Length == 0 || CommandList.All.SelectMany(Verbs).Any(verb => verb.SequenceEqual(plain)),
            $"{document}: no verb is called {string.Join(' ', plain)}");
        return plain;
    }

    private static IEnumerable<string[]> Verbs(ICommand command)
    {
        var verb = command.Build();
        return verb.Subcommands.Select(sub => (string[])[verb.Name, sub.Name]).Prepend([verb.Name]);
    }

    private static bool Has(string help, string option) =>
        Option().Matches(help).Any(match => match.Value == option.Split('=')[0]);

    /// <summary>Rows of the tables below headings that are a name in code: column, type, what, null.</summary>
    private static IEnumerable<(string Table, string Line, string What, string Null)> DescribedColumns()
    {
        var table = "";
        foreach (var text in Read(LedgerPage).Split('\n'))
        {
            if (TableHeading().Match(text) is { Success: true } heading)
            {
                table = heading.Groups["name"].Value;
            }
            else if (ColumnRow().Match(text) is { Success: true } row)
            {
                var line = $"{row.Groups["name"].Value} {row.Groups["type"].Value}";
                yield return (table, line, row.Groups["what"].Value, row.Groups["null"].Value);
            }
        }
    }

    private static async Task<TemporaryLedger> DemoLedgerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assay-documents-").FullName;
        var file = Path.Combine(folder, "demo.duckdb");
        var (exit, said) = await StartAsync(["demo", "--ledger", file, "--format", "csv", "--quiet"]);
        Assert.True(HasResult(exit), said);
        return new TemporaryLedger(folder, new Database(file, readOnly: true));
    }

    /// <summary>What a query gives, as aligned columns.</summary>
    private static string Ask(Database database, string sql)
    {
        List<string[]> rows = [];
        var names = Array.Empty<string>();
        rows.AddRange(database.Query(sql, row =>
        {
            names = [.. Enumerable.Range(0, row.FieldCount).Select(row.GetName)];
            return Enumerable.Range(0, row.FieldCount).Select(i => Text(row, i)).ToArray();
        }));
        Assert.NotEmpty(rows);
        rows.Insert(0, names);
        var columns = Enumerable.Range(0, names.Length);
        var widths = columns.Select(i => rows.Max(row => row[i].Length)).ToArray();
        var isNumber = columns.Select(i => rows.Skip(1).All(
            row => decimal.TryParse(row[i], NumberStyles.Number, CultureInfo.InvariantCulture, out _))).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, i) =>
            isNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()));
    }

    private static string Text(DbDataReader row, int i) => row.IsDBNull(i) ? "null" : row.GetValue(i) switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    private sealed record TemporaryLedger(string Folder, Database Database) : IDisposable
    {
        public void Dispose()
        {
            Database.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [GeneratedRegex(@"<!-- demo -->\n```text\n(?<text>.*?)\n```\n<!-- /demo -->", RegexOptions.Singleline)]
    private static partial Regex DemoBlock();

    [GeneratedRegex(@"^```(?<kind>\w*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"```sql\n(?<sql>.*?)\n```\n\n```text\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex(@"duckdb \S+ ""(?<sql>[^""]+)""", RegexOptions.Singleline)]
    private static partial Regex ShellQuery();

    [GeneratedRegex(@"(?<![`\w])`(?<text>[^`\n]+)`(?!`)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(?<![\w/.-])(?:\./)?assay (?<words>[^|>#&;]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w-])--?[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex("^[a-z][a-z-]*$")]
    private static partial Regex VerbWord();

    [GeneratedRegex(@"^\| (?<code>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex("^### `(?<name>[a-z_]+)`$")]
    private static partial Regex TableHeading();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<type>[^|]+?) \| (?<what>[^|]*?) \| (?<null>[^|]*?) \|$")]
    private static partial Regex ColumnRow();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<to>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:src|tests|tools|prices|scenarios|docs|bench|\.ci)/[\w./-]*$")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){2,}$")]
    private static partial Regex TestName();
}
