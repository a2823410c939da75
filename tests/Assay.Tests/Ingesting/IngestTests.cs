using System.Globalization;
using System.Text;
using Assay.Analysis.Owners;
using Assay.Calls;
using Assay.Cli.Ingesting;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Tests.Ledgers;
using Assay.Tests.Sources;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Ingesting;

/// <summary>Calls in the ledger: once, whatever happens, and without their text.</summary>
public sealed class IngestTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private string Path(string name) => System.IO.Path.Combine(folder.Path, name);

    [Fact]
    public async Task Ingesting_again_overlapping_renamed_and_doubled_changes_nothing()
    {
        Write("a/1.json.gz", Lines(1, 40));
        Write("a/2.json.gz", Lines(41, 80));
        var first = await Ingest("ledger", ["a"]);
        Assert.Equal((80L, 0L), (first.Added.Kept, first.Added.Duplicates));
        var rows = Rows("ledger");

        // The same folder; one file under another name; lines that overlap; a record twice in a file and in two files.
        File.Copy(Path("a/1.json.gz"), Path("renamed.json.gz"));
        Write("b/3.json.gz", Lines(60, 80) + Lines(60, 61));
        Write("b/4.json.gz", Lines(79, 80));
        var second = await Ingest("ledger", ["a", "renamed.json.gz", "b"]);
        Assert.Equal((0L, 25L, 3), (second.Added.Kept, second.Added.Duplicates, second.Skipped));
        Assert.Equal(rows, Rows("ledger"));
    }

    [Fact]
    public async Task The_order_of_files_changes_nothing_that_a_person_sees()
    {
        for (var i = 0; i < 12; i++)
        {
            Write($"f/{i}.json.gz", Talk(i));
        }

        var files = Directory.GetFiles(Path("f")).Order(StringComparer.Ordinal).ToArray();
        await Ingest("forward", files);
        await Ingest("backward", [.. files.Reverse()]);
        foreach (var file in files.Reverse())
        {
            await Ingest("one by one", [file], key: 7);
        }

        const string seen = "select ts, account, model_id, caller, workload, conversation, input, output, tools_used "
            + "from calls order by all";
        Assert.NotEmpty(Asked("forward", seen));
        Assert.Equal(Asked("forward", seen), Asked("backward", seen));
        // Another key hashes otherwise and names alike.
        Assert.Equal(Asked("forward", seen), Asked("one by one", seen));
        const string sizes = "select depth, kind, bytes_upto, tokens, is_exact from shape order by all";
        Assert.Equal(Asked("forward", sizes), Asked("one by one", sizes));
    }

    /// <summary>Three turns each; two conversations begin with the same words and the same answer.</summary>
    [Fact]
    public async Task Conversations_are_found_and_equal_beginnings_are_two()
    {
        Write("talks.jsonl", Talk(0) + Talk(0, idFrom: 500, minute: 30) + Talk(1, idFrom: 700, minute: 10));
        await Ingest("ledger", ["talks.jsonl"]);
        Assert.Equal(
            ["1 | 3", "2 | 3", "3 | 3"],
            Asked("ledger", "select conversation, count(*) from calls group by all order by all"));
        Assert.Equal(["app · Claude Sonnet 4.5 | 9"], Asked("ledger", "select workload, count(*) from calls group by all"));
    }

    /// <summary>
    /// Reckoned by hand: calls end after 100 and 400 bytes with 30 and 120 tokens, so the block between them, which
    /// ends after 200 bytes, has 30 + (120 − 30) × 100/300 = 60; and the block before the first call 30 × 40/100.
    /// </summary>
    [Fact]
    public async Task A_size_is_exact_where_a_call_ends_and_goes_by_bytes_between()
    {
        var (a, b, c, d) = (new string('a', 40), new string('b', 60), new string('c', 100), new string('d', 200));
        Write("x.jsonl",
            Some.LogRecord(Request(a, b), id: 1, input: 30) + "\n"
            + Some.LogRecord(Request(a, b, c, d), id: 2, input: 120) + "\n");
        await Ingest("ledger", ["x.jsonl"]);
        Assert.Equal(
            ["40 | 12 | false", "100 | 30 | true", "200 | 60 | false", "400 | 120 | true"],
            Asked("ledger", "select bytes_upto, tokens, is_exact from shape order by bytes_upto"));
    }

    /// <summary>Five steps a file, a fault at each of them: 225. The ledger is opened anew now and then.</summary>
    [Fact]
    public void Each_fault_leaves_the_ledger_before_or_after_a_file_and_the_next_try_goes_on()
    {
        const int files = 45;
        var ledger = Ledger.Open(Path("ledger"), "tests");
        for (var file = 0; file < files; file++)
        {
            for (var step = 1; step <= 5; step++)
            {
                var left = step;
                Assert.Throws<TimeoutException>(() => Commit(
                    ledger, file, _ => left = --left > 0 ? left : throw new TimeoutException()));
                var whole = file + (step == 5 ? 1 : 0);
                Assert.Equal(10 * whole, ledger.Calls.Count);
                Assert.Equal(10 * whole, ledger.ShapeNodes);
            }

            if (file % 9 == 0)
            {
                ledger.Dispose();
                ledger = Ledger.Open(Path("ledger"), "tests");
                Assert.Equal(10 * (file + 1), ledger.Calls.Count);
            }
        }

        ledger.Dispose();
    }

    [Fact]
    public async Task A_run_that_breaks_off_keeps_whole_files_and_the_next_run_reads_the_rest()
    {
        for (var i = 0; i < 12; i++)
        {
            Write($"f/{i:D2}.json.gz", Lines((i * 10) + 1, (i * 10) + 10));
        }

        var left = 23;
        await Assert.ThrowsAsync<TimeoutException>(() => Ingest(
            "ledger", ["f"], commitFrom: 1, fault: _ => left = --left > 0 ? left : throw new TimeoutException()));
        var kept = long.Parse(Asked("ledger", "select count(*) from call").Single(), CultureInfo.InvariantCulture);
        Assert.Equal(40, kept);
        var rest = await Ingest("ledger", ["f"]);
        Assert.Equal((80L, 4), (rest.Added.Kept, rest.Skipped));
    }

    /// <summary>So large that its calls are in the ledger's transaction before it breaks off.</summary>
    [Fact]
    public async Task A_large_file_that_breaks_off_leaves_no_call_and_costs_only_itself()
    {
        Write("whole.jsonl", Lines(1, 10));
        var text = string.Concat(Enumerable.Range(100, 9_000).Select(
            id => Some.LogRecord(Request($"question {id}"), id: id) + new string(' ', 2_000) + "\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        var opened = 0;
        var broken = new CallFile(
            "broken.jsonl", bytes.Length, () => new BreakingStream(bytes, opened++ == 0 ? bytes.Length - 900_000 : int.MaxValue));
        var request = new IngestRequest(
            Path("ledger"), [broken, .. LocalFiles.Of(Path("whole.jsonl"))], null, 1, false, false);
        var result = await new IngestRun(request, ReadCalls.Key, OwnerRules.Default).RunAsync(Some.Book, null, default);
        Assert.Equal((1, 1, 10L), (result.Failed, result.Read, result.Added.Kept));
        Assert.Equal(["10 | 1"], Asked("ledger", "select count(*), count(distinct file_id) from call"));
        Assert.Equal(["whole.jsonl | 10"], Asked("ledger", "select parse_filename(place), kept from ingested_file"));

        // Read to its end, it is there whole.
        opened = 1;
        var again = await new IngestRun(request, ReadCalls.Key, OwnerRules.Default).RunAsync(Some.Book, null, default);
        Assert.Equal((0, 1, 9_000L), (again.Failed, again.Skipped, again.Added.Kept));
    }

    /// <summary>A trace tells of a run again when a later call passes more of it; the longest stays, wherever it was.</summary>
    [Fact]
    public async Task A_run_that_grows_is_one_node_as_long_as_it_ever_was()
    {
        Write("a.calls.jsonl", Traced(1, 5) + Traced(2, 9));
        Write("b.calls.jsonl", Traced(3, 7) + Traced(4, 12));
        await Ingest("ledger", ["a.calls.jsonl"]);
        await Ingest("ledger", ["b.calls.jsonl"]);
        Assert.Equal(["12 | 1200"], Asked("ledger", "select count, tokens from shape"));
        await Ingest("other", ["b.calls.jsonl"]);
        await Ingest("other", ["a.calls.jsonl"]);
        Assert.Equal(["12 | 1200"], Asked("other", "select count, tokens from shape"));
    }

    [Fact]
    public async Task No_text_of_a_prompt_or_an_answer_is_anywhere_on_the_disk()
    {
        const string canary = "CANARY-prompt-9d41";
        var request = "{\"system\":\"" + canary + "\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"" + canary
            + "\"},{\"toolResult\":{\"toolUseId\":\"1\",\"content\":[{\"text\":\"" + canary + "\"}]}}]}],"
            + "\"toolConfig\":{\"tools\":[{\"toolSpec\":{\"name\":\"look\",\"description\":\"" + canary + "\"}}]}}";
        var answer = "{\"output\":{\"message\":{\"content\":[{\"text\":\"" + canary + "\"}]}}}";
        Write("x.jsonl", Some.LogRecord(request, answer) + "\n" + canary + "\n" + Some.LogRecord(request, answer, id: 2)[..200]);
        var result = await Ingest("ledger", ["x.jsonl"]);
        Assert.Equal(1, result.Added.Kept);
        Assert.DoesNotContain(result.Diagnostics, each => each.ToString().Contains(canary, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("x.jsonl", StringComparison.Ordinal)))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)));
        }

        // The search would find what is there.
        Assert.NotEqual(-1, File.ReadAllBytes(Path("ledger")).AsSpan().IndexOf("look"u8));
    }

    [Fact]
    public async Task A_ledger_hashed_with_another_key_is_refused()
    {
        Write("x.jsonl", Lines(1, 2));
        await Ingest("ledger", ["x.jsonl"]);
        var refused = await Assert.ThrowsAsync<AssayException>(() => Ingest("ledger", ["x.jsonl"], key: 9));
        Assert.Contains("another key", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Of one hour the calls are all there, of the next only some: then the metrics count.</summary>
    [Fact]
    public async Task Metrics_and_calls_of_the_same_hour_are_never_both_counted()
    {
        Write("x.jsonl", Lines(1, 10, hour: 8) + Lines(11, 15, hour: 9));
        var at = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
        using (var ledger = Ledger.Open(Path("ledger"), "tests"))
        {
            var writer = ledger.Write();
            writer.Append(new Fact.Series(
                new Meter(Some.Account, "us-east-1", Endpoint.Runtime, Some.Sonnet),
                3600,
                [
                    (at, new UsageCounts { Invocations = 10, Input = 5_000, Output = 500 }),
                    (at.AddHours(1), new UsageCounts { Invocations = 20, Input = 7_000, Output = 700 }),
                    (at.AddHours(2), new UsageCounts { Invocations = 1, Input = 11, Output = 1 }),
                ]));
            writer.Commit(
                new Reading(new Window(at, at.AddHours(3)), at, "tests", 0, 0), new Dictionary<string, string?>());
        }

        await Ingest("ledger", ["x.jsonl"]);
        Assert.Equal(
            ["8 | calls | 1000", "9 | metrics | 7000", "10 | metrics | 11"],
            Asked("ledger", "select hour(ts) as h, source, sum(input) from usage_by_hour group by all order by h"));
        Assert.Equal(["8011"], Asked("ledger", "select sum(quantity) from line_item where kind = 'input'"));
    }

    private Task<IngestResult> Ingest(
        string ledger, string[] paths, byte key = 0, int commitFrom = 50_000, Action<string>? fault = null)
    {
        var files = paths.Select(Path).SelectMany(LocalFiles.Of).ToList();
        var request = new IngestRequest(Path(ledger), files, new LocalBodies(), 2, false, false, commitFrom);
        var secret = new Assay.Sources.Shapes.HashKey([.. Enumerable.Repeat(key, 32)]);
        return new IngestRun(request, secret, OwnerRules.Default).RunAsync(Some.Book, fault, default);
    }

    private static void Commit(Ledger ledger, int file, Action<string> fault)
    {
        var read = ReadCalls.Of(Lines((file * 10) + 1, (file * 10) + 10));
        using var writer = ledger.WriteCalls(ReadCalls.Key.Check, fault);
        var number = writer.Begin();
        writer.Append([.. read.Nodes]);
        read.Calls.ForEach(call => writer.Append(number, call));
        writer.End(number, new Ingested($"digest {file}", "f", 1, 1, 10, 0, true, Some.At("2026-11-02")));
        writer.Commit();
    }

    private List<string> Rows(string ledger) => Asked(
        ledger, "select * exclude (call_no) from call order by ts, call_id, operation");

    private List<string> Asked(string ledger, string sql)
    {
        using var database = new Database(Path(ledger), readOnly: true);
        return database.Query(sql, row => string.Join(
            " | ", Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "?" : Text(row.GetValue(i)))));
    }

    private static string Text(object value) => value is bool yes ? (yes ? "true" : "false")
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private void Write(string name, string text)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, name.EndsWith(".gz", StringComparison.Ordinal) ? ReadCalls.Gzip(text) : Encoding.UTF8.GetBytes(text));
    }

    private static string Lines(int from, int to, int hour = 8) => string.Concat(
        Enumerable.Range(from, to - from + 1).Select(id => Some.LogRecord(
            Request($"question {id}"), id: id, time: $"2026-11-02T{hour:D2}:{id % 60:D2}:00Z") + "\n"));

    private static string Traced(int id, int blocks) => "{\"id\":\"" + id + "\",\"at\":\"2026-11-02T08:00:00Z\","
        + "\"model\":\"amazon.nova-lite-v1:0\",\"region\":\"us-east-1\",\"caller\":\"app\",\"input\":2000,\"output\":5,"
        + "\"prefix\":{\"size\":100,\"scope\":\"global\",\"runs\":[[7," + blocks + "]]}}\n";

    private static string Request(params string[] texts) => "{\"messages\":[{\"role\":\"user\",\"content\":["
        + string.Join(",", texts.Select(text => "{\"text\":\"" + text + "\"}")) + "]}]}";

    /// <summary>A conversation of three turns.</summary>
    private static string Talk(int about, int idFrom = -1, int minute = 0)
    {
        var (id, history, lines) = (idFrom < 0 ? (about * 3) + 1 : idFrom, "", "");
        for (var turn = 0; turn < 3; turn++)
        {
            history += (turn == 0 ? "" : ",") + "{\"role\":\"user\",\"content\":[{\"text\":\"about " + (char)('a' + about) + ", turn " + (char)('a' + turn) + "\"}]}";
            var answer = "[{\"text\":\"answer " + (char)('a' + turn) + "\"}]";
            lines += Some.LogRecord(
                "{\"system\":\"Be brief.\",\"messages\":[" + history + "]}",
                "{\"output\":{\"message\":{\"content\":" + answer + "}}}",
                id + turn, $"2026-11-02T08:{minute + (turn * 2):D2}:{about:D2}Z", 100 + (20 * turn)) + "\n";
            history += ",{\"role\":\"assistant\",\"content\":" + answer + "}";
        }

        return lines;
    }
}
