using Assay.Analysis.Levers;
using Assay.Analysis.Simulation;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Reports;
using Assay.Tests.Replaying;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Proofs;

/// <summary>What the report says of workloads is what replaying their calls says.</summary>
public sealed class ProofTests
{
    [Fact]
    public async Task A_finding_saves_what_the_command_that_verifies_it_shows()
    {
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        await Traced.Ingest(ledger, await WrittenAsync(folder, [.. Talk("a", 6), .. Talk("b", 9), .. Repeats("faq")]));
        using var opened = Ledger.Open(ledger, "tests");
        var report = Proved.Of(opened);
        var month = 720 / (opened.Span ?? Some.Window).Hours;
        Assert.Contains(report.Findings, finding => finding.Saving?.Evidence == Evidence.Measured);
        foreach (var finding in report.Findings.Where(finding => finding.Saving?.Evidence == Evidence.Measured))
        {
            var lever = finding.Verify.Split(' ').SkipWhile(word => word != "--lever").ElementAt(1);
            var replay = new Replayer(opened, Some.Book, opened.Span!.Value).Run([LeverRequest.Parse(lever)]);
            var shown = replay.Steps[0].Workloads.Single(each => each.Id == finding.Subject.Workload).SavedUsd;
            Assert.Equal(shown.Amount * month, finding.Saving!.Standalone.Expected.Amount, 9);
        }
    }

    [Fact]
    public async Task Savings_one_after_the_other_sum_to_the_whole_and_never_exceed_the_cost()
    {
        var report = await Proved.OfLinesAsync([.. Talk("a", 12), .. Repeats("faq"), .. Long("writer")]);
        Assert.True(report.Waterfall.Count >= 3, string.Join(' ', report.Waterfall.Select(step => step.Lever)));
        Assert.Equal(
            report.Totals.Saving.Expected.Amount, report.Waterfall.Sum(step => step.MonthlyUsdSaved.Amount), 9);
        Assert.Equal(
            report.Totals.Saving.Expected.Amount,
            report.Findings.Sum(finding => finding.Saving is { IsCounted: true } saving ? saving.InSequence.Expected.Amount : 0),
            9);
        Assert.InRange(report.Totals.Saving.High.Amount, report.Totals.Saving.Expected.Amount, report.Totals.MonthlyUsd.Amount);
        var (first, rest) = (report.Waterfall[0], report.Waterfall.Skip(1));
        Assert.Equal(report.Totals.MonthlyUsd.Amount, first.MonthlyUsdBefore.Amount, 9);
        Assert.All(rest.Zip(report.Waterfall), pair => Assert.Equal(pair.Second.MonthlyUsdAfter, pair.First.MonthlyUsdBefore));
    }

    /// <summary>
    /// A prompt that comes again is not sent at all once its answer is kept, so caching saves less behind it.
    /// </summary>
    [Fact]
    public async Task A_dollar_that_an_earlier_lever_saved_is_not_saved_again()
    {
        var report = await Proved.OfLinesAsync(Repeats("faq"));
        var (kept, cached) = (Of(report, "calls-repeated"), Of(report, "cache-missing"));
        Assert.Equal(kept.Saving!.Standalone, kept.Saving.InSequence);
        Assert.True(cached.Saving!.InSequence.Expected < cached.Saving.Standalone.Expected);
    }

    [Fact]
    public async Task Another_model_counts_in_no_total_until_somebody_says_that_it_was_tried()
    {
        var lines = Talk("a", 6);
        var report = await Proved.OfLinesAsync(lines);
        var finding = Of(report, "model-oversized");
        Assert.Equal("allowUntried", finding.Saving!.Needs);
        Assert.DoesNotContain(report.Waterfall, step => step.Lever == "model-right-sizing");
        var allowed = await Proved.OfLinesAsync(lines, Proved.Few with { AllowUntried = true });
        Assert.Null(Of(allowed, "model-oversized").Saving!.Needs);
        var step = allowed.Waterfall.Single(each => each.Lever == "model-right-sizing");
        Assert.Equal(finding.Saving.Standalone.Expected, step.MonthlyUsdSaved);
        // What is cached is cached on the cheaper model then.
        Assert.True(
            Of(allowed, "cache-missing").Saving!.InSequence.Expected < Of(report, "cache-missing").Saving!.InSequence.Expected);
    }

    [Fact]
    public async Task No_finding_names_a_model_of_a_provider_that_is_not_allowed()
    {
        var lines = Talk("a", 6);
        const string others = "The same tokens on other models: ";
        var open = Of(await Proved.OfLinesAsync(lines), "model-oversized").Reason.Split(others)[1];
        Assert.Contains("other tokenizer", open, StringComparison.Ordinal);
        var only = Proved.Few with { Allowed = new AllowedPlaces(["anthropic"]) };
        var kept = Of(await Proved.OfLinesAsync(lines, only), "model-oversized").Reason.Split(others)[1];
        Assert.All(kept.Split("; "), each => Assert.StartsWith("Claude", each, StringComparison.Ordinal));
        var none = await Proved.OfLinesAsync(lines, Proved.Few with { Allowed = new AllowedPlaces(["meta"]) });
        Assert.DoesNotContain(none.Findings, finding => finding.Lever is "model-right-sizing" or "cascade");
    }

    [Fact]
    public async Task A_cache_that_loses_money_is_to_be_taken_out_and_one_that_nothing_reads_is_not_proposed()
    {
        var job = Enumerable.Range(0, 6).Select(i => Traced.Line(60 * i, Blocks(1000 + (100 * i), 30), session: null));
        Assert.DoesNotContain((await Proved.OfLinesAsync(job)).Findings, finding => finding.Lever == "prompt-caching");
        var writing = Enumerable.Range(0, 6).Select(i => Traced.Line(60 * i, Blocks(1000 + (100 * i), 30))
            .Replace("\"input\":3000", "\"input\":0,\"cacheWrite5m\":3000", StringComparison.Ordinal));
        var finding = Of(await Proved.OfLinesAsync(writing), "cache-writes-unread");
        // 18,000 tokens written at $3.75 instead of sent at $3, an hour of 720 in a month.
        Assert.Equal(0.018m * 0.75m * 720, finding.Saving!.Standalone.Expected.Amount, 9);
        Assert.Contains("without a cache", finding.Title, StringComparison.Ordinal);
        Assert.Equal(7, finding.Remedy.Snippets.Count);
    }

    [Fact]
    public async Task A_system_prompt_that_carries_the_time_is_named_as_why_calls_miss()
    {
        var lines = Enumerable.Range(1, 40).Select(i => Some.LogRecord(
            "{\"system\":[{\"text\":\"" + new string('s', 8000) + "\"},{\"text\":\"Now is 2026-11-02T08:" + $"{i:D2}"
                + ":00Z\"},{\"text\":\"" + new string('t', 8000) + "\"}],"
                + "\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + i + "\"}]}]}",
            "{}", i, $"2026-11-02T08:{i:D2}:00Z", 4000));
        var finding = Of(await Proved.OfLinesAsync(lines), "cache-prefix-changes");
        // Low caches what stands before the time; moved to the end, the other half is read too.
        Assert.True(finding.Saving!.Standalone.Low > Units.Usd.Zero);
        Assert.InRange(finding.Saving.Standalone.Expected.Amount, 1.8m * finding.Saving.Standalone.Low.Amount, 2.2m * finding.Saving.Standalone.Low.Amount);
        Assert.Contains("Block 2 of the system prompt has 40 contents of 1 template", finding.Reason, StringComparison.Ordinal);
        var steady = Enumerable.Range(1, 40).Select(i => Some.LogRecord(
            "{\"system\":[{\"text\":\"" + new string('s', 8000) + "\"}],"
                + "\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + i + "\"}]}]}",
            "{}", i, $"2026-11-02T08:{i:D2}:00Z", 2000));
        Assert.DoesNotContain("contents", Of(await Proved.OfLinesAsync(steady), "cache-missing").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Converse", "cachePoint")]
    [InlineData("InvokeModel", "cache_control")]
    public async Task The_code_to_paste_is_of_the_operation_that_the_caller_uses(string operation, string field)
    {
        var lines = Enumerable.Range(1, 6).Select(i => Some.LogRecord(
            operation == "Converse"
                ? "{\"system\":[{\"text\":\"" + new string('s', 8000) + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"q" + i + "\"}]}]}"
                : "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":100,\"system\":\"" + new string('s', 8000)
                    + "\",\"messages\":[{\"role\":\"user\",\"content\":\"q" + i + "\"}]}",
            "{}", i, $"2026-11-02T08:0{i}:00Z", 2000).Replace("\"Converse\"", $"\"{operation}\"", StringComparison.Ordinal));
        var snippets = Of(await Proved.OfLinesAsync(lines), "cache-missing").Remedy.Snippets;
        Assert.Equal(["python", "typescript", "csharp", "java", "bash", "json-before", "json-after"], snippets.Select(each => each.Language));
        Assert.Contains(field, snippets.Single(each => each.Language == "json-after").Code, StringComparison.Ordinal);
        Assert.DoesNotContain(field, snippets.Single(each => each.Language == "json-before").Code, StringComparison.Ordinal);
        Assert.Contains(field, snippets[0].Code, StringComparison.Ordinal);
    }

    /// <summary>
    /// Two tools in two orders, and a third offered now and then: two workloads, for other tools are another place in
    /// the code, and each sends its set in two orders.
    /// </summary>
    [Fact]
    public async Task Tools_in_another_order_are_told_as_such()
    {
        static string Tool(string name) =>
            $$$"""{"toolSpec":{"name":"{{{name}}}","description":"{{{new string('d', 6000)}}}","inputSchema":{"json":{} } } }""";
        string[][] orders = [["a", "b"], ["b", "a"], ["a", "b", "c"], ["b", "a", "c"]];
        var lines = Enumerable.Range(0, 40).Select(i => Some.LogRecord(
            $$$"""{"toolConfig":{"tools":[{{{string.Join(',', orders[i % 4].Select(Tool))}}}]},"messages":[{"role":"user","content":[{"text":"q{{{i}}}"}]}]}""",
            "{}", i + 1, $"2026-11-02T08:{i:00}:00Z", 4000));
        var found = (await Proved.OfLinesAsync(lines)).Findings.Where(finding => finding.Lever == "prompt-caching").ToList();
        Assert.Equal(["cache-prefix-changes", "cache-prefix-changes"], found.Select(finding => finding.Check));
        // Two minutes lie between two calls of one order, one between two of one set: sorted, half as much is written.
        Assert.All(found, finding => Assert.True(finding.Saving!.Standalone.Expected > finding.Saving.Standalone.Low));
        Assert.All(found, finding => Assert.StartsWith("Sort the tools", finding.Remedy.Text, StringComparison.Ordinal));
        Assert.All(found, finding => Assert.Contains("1 set of tools in 2 orders", finding.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trace_is_a_source_and_what_calls_judge_is_not_unknown()
    {
        var report = await Proved.OfLinesAsync(Talk("a", 6));
        var source = Assert.Single(report.Coverage.Sources, each => each.Source == "token-traces");
        Assert.Equal((null, Diagnostics.ReadStatus.Complete), (source.Account, source.Status));
        string[] judged = ["calls-repeated", "output-tail", "cache-missing", "cache-prefix-changes", "history-resent"];
        Assert.DoesNotContain(report.Checks, row => judged.Contains(row.Check.Id) && row.Status == Reports.CheckStatus.Unknown);
    }

    /// <summary>Ten callers of twenty calls each: no place in the code is worth a look, the model as a whole is.</summary>
    [Fact]
    public async Task Many_small_workloads_are_judged_as_the_row_they_are_in()
    {
        var lines = Enumerable.Range(0, 10).SelectMany(caller => Enumerable.Range(0, 20)
            .Select(i => Traced.Line((60 * i) + caller, Blocks(1000 * caller, 20), session: $"caller-{caller}")));
        var report = await Proved.OfLinesAsync(lines, LeverOptions.Default with { MinimumUsd = 0 });
        Assert.All(report.Findings, finding => Assert.Null(finding.Subject.Workload));
        Assert.Contains(report.Findings, finding => finding.Check == "cache-missing");
        Assert.Equal(report.Totals.Saving.Expected.Amount, report.Waterfall.Sum(step => step.MonthlyUsdSaved.Amount), 9);
    }

    [Fact]
    public async Task Few_calls_and_unpriced_calls_are_not_judged()
    {
        Assert.DoesNotContain(
            (await Proved.OfLinesAsync(Talk("a", 6), LeverOptions.Default)).Findings, finding => finding.Subject.Workload is not null);
        var unknown = Talk("a", 6).Select(line => line.Replace(Traced.Model, "acme.nobody-v1:0", StringComparison.Ordinal));
        Assert.DoesNotContain((await Proved.OfLinesAsync(unknown)).Findings, finding => finding.Subject.Workload is not null);
    }

    [Fact]
    public async Task The_order_in_which_files_come_changes_no_finding()
    {
        using var folder = new Folder();
        string[] files =
        [
            await WrittenAsync(folder, [.. Talk("a", 6)]), await WrittenAsync(folder, [.. Repeats("faq")]),
            await WrittenAsync(folder, [.. Long("writer")]),
        ];
        var forwards = await Proved.ReportAsync(files);
        var backwards = await Proved.ReportAsync(files.Reverse());
        Assert.Equal(
            forwards.Findings.Select(finding => (finding.Id, finding.Title, finding.Saving?.InSequence)),
            backwards.Findings.Select(finding => (finding.Id, finding.Title, finding.Saving?.InSequence)));
    }

    private static Finding Of(Report report, string check) => report.Findings.Single(finding => finding.Check == check);

    private static async Task<string> WrittenAsync(Folder folder, IReadOnlyList<string> lines)
    {
        var file = Path.Combine(folder.Path, $"{lines.Count}-{lines[0].Length}.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    /// <summary>A conversation that grows by 500 tokens a minute.</summary>
    private static List<string> Talk(string caller, int turns) =>
        [.. Enumerable.Range(0, turns).Select(i => Traced.Line(60 * i, Blocks(1, 20 + (5 * i)), session: caller))];

    /// <summary>Four prompts, each twice.</summary>
    private static List<string> Repeats(string caller) =>
    [
        .. from again in (int[])[0, 1]
           from i in Enumerable.Range(0, 4)
           select Traced.Line((60 * i) + (100 * again), [.. Blocks(1, 20), .. Blocks(1000 * (i + 1), 5)], session: caller),
    ];

    /// <summary>Every answer of ten tokens, but one of 5,000.</summary>
    private static List<string> Long(string caller) =>
    [
        .. Enumerable.Range(0, 120).Select(i => Traced.Line(i, Blocks(5000 + (100 * i), 3), session: caller)
            .Replace("\"output\":10", i == 60 ? "\"output\":5000" : "\"output\":10", StringComparison.Ordinal)),
    ];

    private static int[] Blocks(int first, int count) => [.. Enumerable.Range(first, count)];
}
