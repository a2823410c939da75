using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Assay.Cli.Tests.Support;
using DuckDB.NET.Data;

namespace Assay.Cli.Tests.Ingest;

/// <summary><c>assay ingest</c>, <c>sql</c>, <c>reprice</c> and the report of calls, as a user runs them.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Ledger => folder.Sub("calls.duckdb");

    private static Shell Shell => Support.Shell.Bare.With("ASSAY_HASH_KEY", new string('7', 64));

    public void Dispose() => folder.Dispose();

    /// <summary>Counts of its PROVENANCE; dollars by hand: 6,912,134 × $3 + 104,763 × $15 a million, global.</summary>
    [Fact]
    public async Task The_airline_agent_is_read_whole_priced_and_grouped()
    {
        var logs = Repository.At("../shared/data/invocation-logs/airline-agent");
        Assert.SkipUnless(Directory.Exists(logs), "the shared logs are not beside this repository");
        var ingest = (await Shell.RunAsync("ingest", logs, "--ledger", Ledger, "--format", "json")).EndsWith(0);
        await Python.ValidateAsync(ingest.Out, "assay.ingest.1");
        Assert.Equal(
            (11, 1229L, 1229L, 0L, 6_912_134L, 104_763L, 100L),
            (Number(ingest, "files", "read"), Number(ingest, "records", "read"), Number(ingest, "records", "kept"),
                Number(ingest, "records", "rejected"), Number(ingest, "tokens", "input"),
                Number(ingest, "tokens", "output"), Number(ingest, "conversations")));

        var again = (await Shell.RunAsync("ingest", logs, "--ledger", Ledger, "--format", "json")).EndsWith(0);
        Assert.Equal((11L, 0L), (Number(again, "files", "skipped"), Number(again, "records", "kept")));

        var report = (await Shell.RunAsync("report", "--ledger", Ledger, "--format", "json")).EndsWith(0);
        await Python.ValidateAsync(report.Out);
        Assert.Equal(22.307847m, report.Report.Cost);
        var workloads = report.Report.Root.GetProperty("workloads").EnumerateArray().ToList();
        Assert.Equal(
            [("123456789012/airline-agent-web/anthropic.claude-sonnet-4-5-20250929-v1-0", 841L, 72L),
                ("123456789012/airline-agent-voice/anthropic.claude-sonnet-4-5-20250929-v1-0", 388L, 28L)],
            workloads.Select(each => (each.GetProperty("id").GetString()!, each.GetProperty("calls").GetInt64(),
                each.GetProperty("conversations").GetInt64())));
        Assert.Equal(22.307847m, workloads.Sum(each => each.GetProperty("costUsd").GetDecimal()));
        // What a replay with five minutes at all points says, a month of 720 hours: 17.17486995 × 720 / 11.
        var caching = report.Report.Findings.Where(each => each.GetProperty("check").GetString() == "cache-missing").ToList();
        Assert.Equal(workloads.Select(each => each.GetProperty("id").GetString()), caching.Select(each =>
            each.GetProperty("subject").GetProperty("workload").GetString()));
        // The cheapest of several choices, five minutes at all points among them, and never more than reading all.
        Assert.InRange(
            caching.Sum(each => each.GetProperty("saving").GetProperty("standalone").GetProperty("high").GetDecimal()),
            1124.1733m, 0.9m * 20.736402m * 720 / 11);
        Assert.All(caching, each =>
        {
            Assert.Equal("measured", each.GetProperty("saving").GetProperty("evidence").GetString());
            Assert.Equal("airline-support", each.GetProperty("owner").GetString());
            Assert.StartsWith("assay replay ", each.GetProperty("verify").GetString(), StringComparison.Ordinal);
        });
        Assert.Equal("airline-support", report.Report.Root.GetProperty("owners")[0].GetProperty("owner").GetString());
    }

    [Fact]
    public async Task A_query_asks_and_can_do_nothing_else()
    {
        Write("x.jsonl", Records(1, 3));
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).EndsWith(0);
        var asked = (await Shell.RunAsync(
            "sql", "--ledger", Ledger, "--format", "json", "select count(*) as n, min(ts) as first, null as nothing from calls"))
            .EndsWith(0);
        await Python.ValidateAsync(asked.Out, "assay.sql.1");
        using var json = JsonDocument.Parse(asked.Out);
        Assert.Equal("[3,\"2026-11-02T00:00:01Z\",null]", json.RootElement.GetProperty("rows")[0].GetRawText().ReplaceLineEndings("").Replace(" ", ""));
        foreach (var bad in (string[])[
            "delete from call", "create table x(i int)", $"copy call to '{folder.Sub("out.csv")}'",
            "select * from read_csv('/etc/passwd')", $"attach '{folder.Sub("other.db")}'", "install httpfs",
            "load '/tmp/x.duckdb_extension'", "set enable_external_access = true", "pragma enable_external_access=1",
            "select 1; drop table call", "export database '" + folder.Path + "'", "select getenv('HOME')", "selekt"])
        {
            var ran = await Shell.RunAsync("sql", "--ledger", Ledger, bad);
            Assert.True(ran.Exit == 2 || bad.StartsWith("select getenv", StringComparison.Ordinal), bad + ": " + ran.Out);
        }

        Assert.Equal(["calls.duckdb", "x.jsonl"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        (await Shell.RunAsync("sql", "--ledger", folder.Sub("none.duckdb"), "select 1")).Refuses(1, "none.duckdb does not exist");
    }

    [Fact]
    public async Task Repricing_makes_anew_what_was_lost()
    {
        Write("x.jsonl", Records(1, 5));
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).EndsWith(0);
        var before = await SqlAsync("select sum(usd), count(*) from line_item");
        Execute("delete from line_item; delete from workload; delete from call_group; delete from shape_size");
        (await Shell.RunAsync("reprice", "--ledger", Ledger)).EndsWith(0);
        Assert.Equal(before, await SqlAsync("select sum(usd), count(*) from line_item"));
        Assert.Equal("1,5", await SqlAsync("select count(distinct workload), count(*) from calls"));
    }

    [Fact]
    public async Task Rejected_records_are_counted_and_named_and_the_exit_code_is_4()
    {
        Write("x.jsonl", Records(1, 2) + "no json\n" + Records(3, 3));
        var ran = await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger, "--format", "json");
        ran.EndsWith(4);
        Assert.Equal((3L, 1L), (Number(ran, "records", "kept"), Number(ran, "records", "rejected")));
        Assert.Contains("x.jsonl:3: the line is no JSON", ran.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await Shell.RunAsync("report", "--ledger", Ledger)).Exit);
    }

    [Fact]
    public async Task Paths_that_lead_nowhere_and_ledgers_that_are_none_are_told()
    {
        Write("x.jsonl", Records(1, 1));
        (await Shell.RunAsync("ingest", folder.Sub("nope"), "--ledger", Ledger)).Refuses(1, "there is no such file or folder");
        (await Shell.RunAsync("ingest", folder.Sub("*.gz"), "--ledger", Ledger)).Refuses(1, "there is no such file or folder");
        Write("text.duckdb", "this is no database, and it is longer than a header of one would be");
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", folder.Sub("text.duckdb")))
            .Refuses(1, "can't be opened as a ledger");
        Assert.Equal("this is no", File.ReadAllText(folder.Sub("text.duckdb"))[..10]);
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", folder.Sub("no/such/folder.duckdb")))
            .Refuses(1, "can't be opened as a ledger");
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).EndsWith(0);
        Execute("update ledger_meta set lowest_reader = 99, schema_version = 99");
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).Refuses(1, "needs a later assay");
        (await Shell.With("ASSAY_HASH_KEY", "xyz").RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", folder.Sub("b.duckdb")))
            .Refuses(2, "holds no key");
    }

    [Fact]
    public async Task A_window_without_calls_is_no_replay()
    {
        Write("x.jsonl", Records(1, 2));
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).EndsWith(0);
        (await Shell.RunAsync("replay", "--ledger", Ledger, "--lever", "cascade", "--since", "2030-01-01", "--until", "2030-01-02"))
            .Refuses(1, "holds no calls from 2030-01-01T00:00:00Z to 2030-01-02T00:00:00Z");
        (await Shell.RunAsync("replay", "--ledger", Ledger, "--lever", "cascade")).EndsWith(0);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_costs_itself_only()
    {
        Write("a.jsonl", Records(1, 2));
        Write("b.jsonl", Records(3, 4));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Sub("b.jsonl"), UnixFileMode.None);
        }

        Assert.SkipWhen(CanRead(folder.Sub("b.jsonl")), "this user may read everything");
        var ran = await Shell.RunAsync("ingest", folder.Path, "--ledger", Ledger, "--format", "json");
        ran.EndsWith(4);
        Assert.Equal((1L, 1L, 2L), (Number(ran, "files", "read"), Number(ran, "files", "failed"), Number(ran, "records", "kept")));
    }

    [Fact]
    public async Task A_format_that_is_named_is_not_looked_for()
    {
        Write("x.jsonl", Records(1, 2));
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger, "--source", "invocation-log")).EndsWith(0);
        var wrong = await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", folder.Sub("b.duckdb"), "--source", "token-trace");
        wrong.EndsWith(4);
        Assert.Contains("x.jsonl:1: model is missing", wrong.Error, StringComparison.Ordinal);
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger, "--source", "csv"))
            .Refuses(2, "choose from: invocation-log, token-trace");
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_are_not_followed()
    {
        Directory.CreateDirectory(folder.Sub("logs/in"));
        Write("logs/in/a.jsonl", Records(1, 2));
        Directory.CreateSymbolicLink(folder.Sub("logs/in/back"), folder.Sub("logs"));
        var ran = (await Shell.RunAsync("ingest", folder.Sub("logs"), "--ledger", Ledger, "--format", "json")).EndsWith(0);
        Assert.Equal((1L, 2L), (Number(ran, "files", "read"), Number(ran, "records", "kept")));
    }

    [Fact]
    public async Task The_second_of_two_programs_says_who_holds_the_ledger()
    {
        Write("x.jsonl", Records(1, 1));
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger)).EndsWith(0);
        using var holder = new DuckDBConnection("Data Source=" + Ledger);
        holder.Open();
        (await Shell.RunAsync("ingest", folder.Sub("x.jsonl"), "--ledger", Ledger))
            .Refuses(1, "is in use by", $"PID {Environment.ProcessId}", "nothing was changed");
    }

    /// <summary>A disk that is full at any moment loses nothing that was committed.</summary>
    [Fact]
    public async Task A_disk_that_fills_up_is_told_and_the_ledger_stays_whole()
    {
        Write("a.jsonl", Records(1, 2_000));
        (await Shell.RunAsync("ingest", folder.Sub("a.jsonl"), "--ledger", Ledger)).EndsWith(0);
        Write("b.jsonl", Records(2_001, 60_000));
        var assay = Path.Combine(AppContext.BaseDirectory, "assay.dll");
        var blocks = (new FileInfo(Ledger).Length / 1024) + 256;
        // A limit on the size of files is what a full disk looks like to whoever writes, once its signal is ignored; the
        // runtime would write its own code to a file as well.
        var full = await Shell.With("DOTNET_EnableWriteXorExecute", "0").TryAsync(
            "bash", "-c", $"trap '' XFSZ; ulimit -f {blocks}; exec dotnet '{assay}' ingest '{folder.Sub("b.jsonl")}' --ledger '{Ledger}'");
        Assert.NotNull(full);
        Assert.Equal(1, full.Exit);
        Assert.Contains(
            "the ledger can't be written\n  check the path and the space on the disk", full.Error, StringComparison.Ordinal);
        var kept = long.Parse(await SqlAsync("select count(*) from call"), CultureInfo.InvariantCulture);
        Assert.True(kept is 2_000 or 60_000, $"{kept} calls");
        (await Shell.RunAsync("ingest", folder.Path, "--ledger", Ledger)).EndsWith(0);
        Assert.Equal("60000", await SqlAsync("select count(*) from call"));
    }

    /// <summary>Twelve times killed on the way, then run to the end: the sums are those of a run that nobody killed.</summary>
    [Fact]
    public async Task Killed_at_any_moment_a_run_leaves_whole_files_and_the_next_goes_on()
    {
        for (var file = 0; file < 24; file++)
        {
            Write($"logs/{file:D2}.jsonl.gz", Records((file * 6_000) + 1, (file + 1) * 6_000));
        }

        var random = new Random(20261126);
        var (killed, longest, last) = (0, 1_200, "");
        for (var i = 0; killed < 12 && i < 60; i++)
        {
            var ledger = folder.Sub($"killed-{i}.duckdb");
            using var process = Shell.Begin("ingest", folder.Sub("logs"), "--ledger", ledger, "--quiet");
            var delay = random.Next(150, longest);
            await Task.Delay(delay);
            if (process.HasExited)
            {
                // A machine that is faster than that is killed sooner.
                longest = Math.Max(200, delay);
                continue;
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            killed++;
            if (File.Exists(ledger))
            {
                last = ledger;
                var counts = (await SqlAsync(
                    "select (select count(*) from call), (select count(*) from ingested_file)", ledger)).Split(',');
                Assert.Equal(Whole(counts[1]) * 6_000, Whole(counts[0]));
            }
        }

        Assert.Equal(12, killed);
        (await Shell.RunAsync("ingest", folder.Sub("logs"), "--ledger", last)).EndsWith(0);
        Assert.Equal(
            $"144000,{144_000L * 100},{144_000L * 10}",
            await SqlAsync("select count(*), sum(input), sum(output) from call", last));
        Assert.Equal("144000", await SqlAsync("select count(*) from calls where workload is not null", last));
    }

    private static long Whole(string count) => long.Parse(count, CultureInfo.InvariantCulture);

    private async Task<string> SqlAsync(string query, string? ledger = null) => (await Shell.RunAsync(
        "sql", "--ledger", ledger ?? Ledger, "--format", "csv", query)).EndsWith(0).Out.Split('\n')[1];

    private void Execute(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=" + Ledger);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(Ran ran, params string[] path)
    {
        using var json = JsonDocument.Parse(ran.Out);
        return path.Aggregate(json.RootElement, (at, name) => at.GetProperty(name)).GetInt64();
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.OpenRead(path).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Sub(name))!);
        using var file = File.Create(folder.Sub(name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Records(int from, int to)
    {
        var text = new StringBuilder();
        for (var id = from; id <= to; id++)
        {
            var time = new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc).AddSeconds(id);
            text.Append(CultureInfo.InvariantCulture, $$"""{"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","accountId":"111122223333","identity":{"arn":"arn:aws:sts::111122223333:assumed-role/app/i-1"},"region":"us-east-1","requestId":"00000000-0000-4000-8000-{{id:D12}}","operation":"InvokeModel","modelId":"amazon.nova-lite-v1:0","input":{"inputTokenCount":100},"output":{"outputTokenCount":10} }""")
                .Append('\n');
        }

        return text.ToString();
    }
}
