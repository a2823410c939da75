using System.Globalization;
using Assay.Replays;
using Assay.Tests.Support;

namespace Assay.Tests.Replaying;

/// <summary>Shorter prompts, on conversations of an invocation log.</summary>
public sealed class ContextReplayTests
{
    /// <summary>
    /// A window of one turn leaves the system prompt and the last message: then caching reads the system prompt and
    /// nothing else, exactly what a single checkpoint behind it reads of whole prompts.
    /// </summary>
    [Fact]
    public async Task A_window_of_one_turn_leaves_caching_the_system_prompt()
    {
        var lines = Talk(6);
        var whole = await Replay(lines, "prompt-caching:points=system");
        var trimmed = await Replay(lines, "context-trim:mode=turns,turns=1", "prompt-caching");
        Assert.Equal((5m, 0m), (trimmed.Steps[0].Measure("callsTrimmed"), trimmed.Steps[0].Measure("callsNotJudged")));
        Assert.True(whole.Steps[0].Tokens.CacheRead.Count > 5 * 1024);
        Assert.Equal(whole.Steps[0].Tokens.CacheRead, trimmed.Steps[1].Tokens.CacheRead);
        Assert.Equal(
            trimmed.Actual.Tokens.Prompt.Count - (long)trimmed.Steps[0].Measure("tokensDropped")!.Value,
            trimmed.Steps[0].Tokens.Prompt.Count);
        // The whole conversation is read from the cache, so the window is worth less once caching is there.
        Assert.True(trimmed.Standalone[1].Tokens.CacheRead.Count > trimmed.Steps[1].Tokens.CacheRead.Count);
    }

    /// <summary>
    /// A second conversation twenty minutes later finds the system prompt that was written for an hour and nothing of
    /// the first conversation's turns.
    /// </summary>
    [Fact]
    public async Task An_hour_for_the_system_prompt_and_five_minutes_for_the_turns_can_be_mixed()
    {
        List<string> lines = [.. Talk(3), .. Talk(3).Select((line, i) => line
            .Replace("T08:0", "T08:2", StringComparison.Ordinal)
            .Replace($"8000-00000000000{i + 1}", $"8000-00000000010{i + 1}", StringComparison.Ordinal)
            .Replace("question", "enquiry.", StringComparison.Ordinal))];
        var five = (await Replay(lines, "prompt-caching:ttl=5m")).Steps[0].Tokens;
        var mixed = (await Replay(lines, "prompt-caching:ttl=mixed")).Steps[0].Tokens;
        var system = mixed.CacheWrite1h.Count;
        Assert.InRange(system, 1800, 2100);
        Assert.Equal(five.CacheRead.Count + system, mixed.CacheRead.Count);
        Assert.Equal(five.CacheWrite5m.Count - (2 * system), mixed.CacheWrite5m.Count);
        // Written once for twice the price instead of twice for a quarter more, it costs less: best says so.
        var best = (await Replay(lines, "prompt-caching:ttl=best,points=auto")).Steps[0];
        Assert.True(best.CostUsd <= (await Replay(lines, "prompt-caching:ttl=mixed")).Steps[0].CostUsd);
        Assert.Equal(0, (await Replay(lines, "prompt-caching:ttl=1h")).Steps[0].Tokens.CacheWrite5m.Count);
    }

    [Fact]
    public async Task A_window_as_long_as_the_conversation_changes_nothing()
    {
        var replay = await Replay(Talk(6), "context-trim:mode=turns,turns=6", "prompt-caching");
        Assert.Equal(0, replay.Steps[0].Measure("callsTrimmed"));
        Assert.Equal(replay.Standalone[1].Tokens, replay.Steps[1].Tokens);
    }

    [Fact]
    public async Task A_tool_that_no_answer_calls_is_not_sent()
    {
        var lines = Enumerable.Range(1, 20).Select(i => Some.LogRecord(
            $$$"""{"toolConfig":{"tools":[{{{Tool("used")}}},{{{Tool("unused")}}}]},"messages":[{"role":"user","content":[{"text":"q{{{i}}}"}]}]}""",
            """{"output":{"message":{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"used","input":{} } }] } } }""",
            i, $"2026-11-02T08:{i:D2}:00Z", 1000)).ToList();
        var step = (await Replay(lines, "context-trim:least=20")).Steps[0];
        Assert.Equal((20m, 1m), (step.Measure("callsTrimmed"), step.Measure("toolsUnused")));
        // Of 1,000 tokens nearly all are the two definitions, which are of one length.
        Assert.InRange(step.Tokens.Prompt.Count, 20 * 450, 20 * 560);
        Assert.Equal(0, (await Replay(lines, "context-trim:least=21")).Steps[0].Measure("callsTrimmed"));
        // Batch takes no tools; the same calls without them go.
        Assert.Equal(0, (await Replay(lines, "batch")).Steps[0].Measure("callsMoved"));
        var plain = lines.Select(line => line.Replace("toolConfig", "another", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, (await Replay(plain, "batch")).Steps[0].Measure("callsMoved"));
    }

    /// <summary>
    /// Three texts of one length: the third call's prompt holds the first of them twice, so a third of it goes.
    /// </summary>
    [Fact]
    public async Task A_block_that_the_prompt_holds_already_is_not_sent_twice()
    {
        static string Text(char of) => $$$"""{"text":"{{{new string(of, 1990)}}}"}""";
        string[] prompts = [Text('a'), $"{Text('a')},{Text('b')}", $"{Text('a')},{Text('b')},{Text('a')}"];
        var lines = prompts.Select((prompt, i) => Some.LogRecord(
            $$$"""{"messages":[{"role":"user","content":[{{{prompt}}}]}]}""", "{}", i + 1,
            $"2026-11-02T08:0{i}:00Z", 500 * (i + 1))).ToList();
        var replay = await Replay(lines, "context-trim:mode=repeats", "prompt-caching:points=last,ttl=5m");
        Assert.Equal((1m, 500m), (replay.Steps[0].Measure("callsTrimmed"), replay.Steps[0].Measure("tokensDropped")));
        Assert.Equal(2500, replay.Steps[0].Tokens.Prompt.Count);
        Assert.Equal(0, (await Replay(lines, "context-trim:mode=repeats,bytes=2500")).Steps[0].Measure("callsTrimmed"));
    }

    [Fact]
    public async Task A_summary_stands_for_what_is_left_out()
    {
        var plain = (await Replay(Talk(8), "context-trim:mode=turns,turns=2")).Steps[0];
        var summed = (await Replay(Talk(8), "context-trim:mode=turns,turns=2,summary=50")).Steps[0];
        Assert.Equal(plain.Measure("callsTrimmed"), summed.Measure("callsTrimmed"));
        // The six prompts that are trimmed carry a summary. Each was written by a call of its own, which read the turn
        // that left the window and, but for the first, the summary before it: in all the turns that the last prompt
        // leaves out, six questions and answers of about 100 tokens.
        Assert.Equal(6, summed.Measure("summariesWritten"));
        var turns = summed.Tokens.Prompt.Count - plain.Tokens.Prompt.Count - (6 * 50) - (5 * 50);
        Assert.InRange(turns, 560, 620);
        Assert.Equal(plain.Tokens.Output.Count + (6 * 50), summed.Tokens.Output.Count);
        Assert.Equal(turns + (5 * 50) + (6 * 50), summed.Measure("tokensOfSummaries"));
        // Asked twice, the same conversation is summed up once.
        var twice = Talk(8).Concat(Talk(8).Select((line, i) => line
            .Replace("T08:0", "T08:2", StringComparison.Ordinal)
            .Replace($"8000-00000000000{i + 1}", $"8000-00000000010{i + 1}", StringComparison.Ordinal))).ToList();
        var again = (await Replay(twice, "context-trim:mode=turns,turns=2,summary=50")).Steps[0];
        Assert.Equal((12m, 6m), (again.Measure("callsTrimmed"), again.Measure("summariesWritten")));
    }

    /// <summary>
    /// An image of 300,000 bytes is as many tokens as 6,400 of text: of 4,000 tokens the 8,000 bytes of the system
    /// prompt are 8,000 / 14,500, and by the image's bytes they would be too few to be cached.
    /// </summary>
    [Fact]
    public async Task An_image_weighs_by_its_area_and_not_by_its_file()
    {
        var lines = Enumerable.Range(1, 2).Select(i => Some.LogRecord(
            $$$"""{"system":[{"text":"{{{new string('s', 8000)}}}"}],"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"{{{new string((char)('a' + i), 300_000)}}}"} } },{"text":"what is it? {{{i}}}"}]}]}""",
            "{}", i, $"2026-11-02T08:0{i}:00Z", 4000)).ToList();
        var step = (await Replay(lines, "prompt-caching:points=system,ttl=5m")).Steps[0];
        Assert.InRange(step.Tokens.CacheRead.Count, 2100, 2300);
    }

    private static string Tool(string name) =>
        $$$"""{"toolSpec":{"name":"{{{name}}}","description":"{{{new string('d', 2000)}}}","inputSchema":{"json":{} } } }""";

    /// <summary>A system prompt of most of 2,000 tokens, and 100 tokens more with every turn.</summary>
    private static List<string> Talk(int turns)
    {
        var (history, lines) = ("", new List<string>());
        for (var turn = 1; turn <= turns; turn++)
        {
            history += (turn == 1 ? "" : ",") + $$$"""{"role":"user","content":[{"text":"question {{{turn}}} {{{new string('q', 150)}}}"}]}""";
            var answer = $$$"""[{"text":"answer {{{turn}}} {{{new string('a', 150)}}}"}]""";
            lines.Add(Some.LogRecord(
                $$$"""{"system":[{"text":"{{{new string('s', 8000)}}}"}],"messages":[{{{history}}}]}""",
                $$$"""{"output":{"message":{"role":"assistant","content":{{{answer}}} } } }""",
                turn, string.Create(CultureInfo.InvariantCulture, $"2026-11-02T08:{turn:D2}:00Z"), 2000 + (100 * turn)));
            history += $$$""",{"role":"assistant","content":{{{answer}}} }""";
        }

        return lines;
    }

    private static Task<ReplayReport> Replay(List<string> lines, params string[] levers) =>
        Traced.Replay([[.. lines]], levers);
}
