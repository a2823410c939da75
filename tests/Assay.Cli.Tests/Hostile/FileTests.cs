using Assay.Cli.Tests.Support;
using Assay.FakeAws;
using DuckDB.NET.Data;

namespace Assay.Cli.Tests.Hostile;

/// <summary>Recordings, ledgers and outputs that are not what they should be.</summary>
public sealed class FileTests(FileTests.Recorded recorded) : IClassFixture<FileTests.Recorded>
{
    [Fact]
    public async Task A_recording_that_does_not_exist_is_told() =>
        (await Shell.Bare.RunAsync("scan", "--from", "no-such-folder"))
            .Refuses(1, "no-such-folder", "assay scan --record DIR");

    [Fact]
    public async Task A_recording_without_its_manifest_is_not_whole()
    {
        using var folder = await recorded.CopyAsync();
        File.Delete(folder.Sub("manifest.json"));

        (await Shell.Bare.RunAsync("scan", "--from", folder.Path)).Refuses(1, "not whole", "assay scan --record DIR");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"schema\":\"assay.recording/99\"}")]
    public async Task A_manifest_that_is_none_is_told(string manifest)
    {
        using var folder = await recorded.CopyAsync();
        await File.WriteAllTextAsync(folder.Sub("manifest.json"), manifest);

        (await Shell.Bare.RunAsync("scan", "--from", folder.Path)).Refuses(1, "manifest.json");
    }

    [Fact]
    public async Task Damaged_files_of_a_recording_cost_their_own_sources()
    {
        using var folder = await recorded.CopyAsync();
        Damage(folder, "ListServiceQuotas", bytes => bytes[..(bytes.Length / 2)]);
        Damage(folder, "ListFoundationModels", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        Damage(folder, "ListPromptRouters", change: null);

        var report = (await Shell.Bare.RunAsync("scan", "--from", folder.Path, "--format", "json")).EndsWith(4).Report;

        Assert.Equal(3, report.Gaps.Count);
        Assert.Single(report.Gaps, gap => Says(gap, "quotas ", "was changed"));
        Assert.Single(report.Gaps, gap => Says(gap, "foundation-models ", "was changed"));
        Assert.Single(report.Gaps, gap => Says(gap, "prompt-routers ", "is missing"));
        Assert.Equal(2_649.186m, report.Cost);
    }

    [Fact]
    public async Task A_recording_is_never_written_over()
    {
        using var folder = await recorded.CopyAsync();
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.ScanAsync(aws, "--record", folder.Path)).Refuses(2, "is not empty");

        Assert.Empty(aws.Calls);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_written_is_told_in_words()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Sub("file"), "no folder");
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.ScanAsync(aws, "--record", folder.Sub("file")))
            .Refuses(1, "can't be written", "--record");

        Assert.Empty(aws.Calls);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("report")]
    public async Task A_ledger_that_is_a_text_file_is_refused_and_left_alone(string verb)
    {
        using var folder = new TempFolder();
        var notes = folder.Sub("notes.txt");
        await File.WriteAllTextAsync(notes, string.Join('\n', Enumerable.Repeat("dear diary", 2_000)));
        var before = await File.ReadAllBytesAsync(notes);

        (await recorded.RunAsync(verb, "--ledger", notes)).Refuses(1, notes, "name a file made by assay");

        Assert.Equal(before, await File.ReadAllBytesAsync(notes));
    }

    /// <summary>DuckDB would open such a file as a table in memory, and forget what is written.</summary>
    [Theory]
    [InlineData("calls.json")]
    [InlineData("calls.csv")]
    [InlineData("calls.parquet")]
    public async Task A_file_of_data_is_no_ledger_and_is_left_alone(string name)
    {
        using var folder = new TempFolder();
        var data = folder.Sub(name);
        await File.WriteAllTextAsync(data, "{\"a\":1}\n");

        (await recorded.RunAsync("scan", "--ledger", data)).Refuses(1, data, "name a file made by assay");

        Assert.Equal("{\"a\":1}\n", await File.ReadAllTextAsync(data));
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("report")]
    public async Task A_database_of_others_is_refused_and_left_alone(string verb)
    {
        using var folder = new TempFolder();
        var theirs = folder.Sub("theirs.duckdb");
        Run(theirs, "create table orders (id integer); insert into orders values (42)");

        (await recorded.RunAsync(verb, "--ledger", theirs)).Refuses(1, "no ledger", "name a file made by assay");

        Assert.Equal(["orders"], Tables(theirs));
    }

    [Fact]
    public async Task A_ledger_of_a_later_assay_is_refused()
    {
        using var folder = new TempFolder();
        var later = folder.Sub("later.duckdb");
        (await recorded.RunAsync("scan", "--ledger", later, "--format", "csv")).EndsWith(0);
        Run(later, "update ledger_meta set schema_version = 99, lowest_reader = 99");

        (await recorded.RunAsync("report", "--ledger", later)).Refuses(1, "later assay", "update assay");
    }

    [Theory]
    [InlineData("missing/kept.duckdb")]
    [InlineData(".")]
    public async Task A_ledger_that_cannot_be_written_is_told(string path)
    {
        using var folder = new TempFolder();

        (await recorded.RunAsync("scan", "--ledger", folder.Sub(path))).Refuses(1, "ledger");
    }

    [Fact]
    public async Task A_report_needs_a_ledger_that_exists_and_holds_something()
    {
        using var folder = new TempFolder();
        (await Shell.Bare.RunAsync("report")).Refuses(2, "--ledger");
        (await Shell.Bare.RunAsync("report", "--ledger", folder.Sub("none.duckdb")))
            .Refuses(1, "does not exist", "assay scan");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_output_in_a_folder_that_does_not_exist_is_told()
    {
        using var folder = new TempFolder();
        var path = folder.Sub("missing/report.json");

        var ran = await recorded.RunAsync("scan", "--output", path);

        Assert.InRange(ran.Exit, 1, 2);
        ran.Refuses(ran.Exit, path);
    }

    [Fact]
    public async Task Several_outputs_are_written_whole_and_standard_output_stays_empty()
    {
        using var folder = new TempFolder();

        var ran = await recorded.RunAsync(
            "scan", "--output", folder.Sub("a.json"), "--output", folder.Sub("b.md"), "--quiet");

        Assert.Equal(("", ""), (ran.EndsWith(0).Out, ran.Error));
        Assert.Equal(["a.json", "b.md"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
        var json = await recorded.RunAsync("scan", "--format", "json");
        Assert.Equal(json.Out, await File.ReadAllTextAsync(folder.Sub("a.json")));
    }

    /// <summary>Spoils the first answer to an operation; deletes it where there is no change.</summary>
    private static void Damage(TempFolder folder, string operation, Func<byte[], byte[]>? change)
    {
        var file = Directory.EnumerateFiles(folder.Path, $"*{operation}.*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).First();
        if (change is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllBytes(file, change(File.ReadAllBytes(file)));
        }
    }

    private static bool Says(string gap, string source, string what) =>
        gap.StartsWith(source, StringComparison.Ordinal) && gap.EndsWith(what, StringComparison.Ordinal);

    private static void Run(string database, string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Tables(string database)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select table_name from information_schema.tables order by all";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    /// <summary>One recording for all these tests.</summary>
    public sealed class Recorded : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Lazy<Task> recorded;

        public Recorded() => recorded = new(async () =>
        {
            await using var aws = await FakeAwsServer.StartAsync(Everything.World);
            (await Everything.ScanAsync(aws, "--record", folder.Sub("recording"))).EndsWith(0);
        });

        internal async Task<TempFolder> CopyAsync()
        {
            await recorded.Value;
            var (source, copy) = (folder.Sub("recording"), new TempFolder());
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = copy.Sub(Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            return copy;
        }

        /// <summary>Runs a verb; a scan is one of the recording.</summary>
        internal async Task<Ran> RunAsync(string verb, params string[] options)
        {
            await recorded.Value;
            return await Shell.Bare.RunAsync(
                verb == "scan" ? [verb, "--from", folder.Sub("recording"), .. options] : [verb, .. options]);
        }

        public void Dispose() => folder.Dispose();
    }
}
