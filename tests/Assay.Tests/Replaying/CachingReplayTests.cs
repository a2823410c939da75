using Assay.Diagnostics;
using Assay.Tests.Support;
using Assay.Units;
using CsCheck;

namespace Assay.Tests.Replaying;

/// <summary>Prompt caching over calls: what must come out, judged by others.</summary>
public sealed class CachingReplayTests
{
    private const string Rates = "rates=1.25/2.0/0.1";

    /// <summary>Computed by others from the same public data; see the issue.</summary>
    [Theory]
    [InlineData("claude-code", "5m", "0.91486", "0.19784")]
    [InlineData("claude-code", "1h", "0.95909", "0.17746")]
    [InlineData("mooncake-conversation", "5m", "0.29319", "0.90725")]
    [InlineData("mooncake-conversation", "1h", "0.37338", "1.26827")]
    public async Task A_public_trace_comes_out_as_others_computed(string name, string ttl, string hits, string ratio)
    {
        var path = Repository.At($"../shared/data/traces/{name}.calls.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "the public traces are not here");
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        await Traced.Ingest(ledger, path);
        var step = Traced.Replayed(ledger, $"prompt-caching:mode=ideal,ttl={ttl},{Rates}").Steps[0];
        Assert.InRange(step.Measure("cacheHitShare")!.Value, Figure(hits) - 0.00001m, Figure(hits) + 0.00001m);
        Assert.InRange(step.Measure("inputCostRatio")!.Value, Figure(ratio) - 0.00001m, Figure(ratio) + 0.00001m);
        if ((name, ttl) == ("claude-code", "5m"))
        {
            Assert.Equal(
                (2_956_672_832L, 274_288_512L, 855_824L),
                (step.Tokens.CacheRead.Count, step.Tokens.CacheWrite5m.Count, step.Tokens.Input.Count));
        }
    }

    [Theory]
    [InlineData("5m", "0.9375", "0.1718")]
    [InlineData("1h", "0.9588", "0.1782")]
    public async Task The_airline_agent_comes_out_as_others_computed(string ttl, string hits, string ratio)
    {
        var path = Repository.At("../shared/data/invocation-logs/airline-agent");
        Assert.SkipUnless(Directory.Exists(path), "the public logs are not here");
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        await Traced.Ingest(ledger, path);
        var step = Traced.Replayed(
            ledger, $"prompt-caching:mode=placed,points=tools,system,last,ttl={ttl},regions=agnostic,{Rates}").Steps[0];
        Assert.InRange(step.Measure("cacheHitShare")!.Value, Figure(hits) - 0.01m, Figure(hits) + 0.01m);
        Assert.InRange(step.Measure("inputCostRatio")!.Value, Figure(ratio) - 0.01m, Figure(ratio) + 0.01m);
    }

    /// <summary>Random prompts that share beginnings, at random times around the time to live.</summary>
    [Theory, InlineData("5m", 300), InlineData("1h", 3600)]
    public void The_ideal_cache_reads_what_a_plain_judge_reads(string ttl, int seconds) =>
        Calls(seconds).Sample(calls =>
        {
            var judge = new NaiveCache(seconds);
            var read = calls.Sum(call => judge.Ideal(call.Session ?? "", call.Blocks, call.Second));
            var step = Replay(calls, 100, $"prompt-caching:mode=ideal,ttl={ttl}");
            Assert.Equal(read * 100L, step.Tokens.CacheRead.Count);
            Assert.Equal((calls.Sum(call => call.Blocks.Count) - read) * 100L, step.Tokens.CacheWrite.Count);
            Assert.Equal(calls.Count * 7L, step.Tokens.Input.Count);
        }, iter: 6);

    /// <summary>Blocks of 400 tokens: two are below Sonnet's 1,024 and are not cached.</summary>
    [Theory, InlineData("5m", 300), InlineData("1h", 3600)]
    public void A_checkpoint_at_the_last_block_reads_what_a_plain_judge_reads(string ttl, int seconds) =>
        Calls(seconds).Sample(calls =>
        {
            var judge = new NaiveCache(seconds);
            var large = calls.Where(call => call.Blocks.Count >= 3).ToList();
            var read = large.Sum(call => judge.Placed(call.Session ?? "", call.Blocks, call.Second));
            var step = Replay(calls, 400, $"prompt-caching:points=last,ttl={ttl}");
            Assert.Equal(read * 400L, step.Tokens.CacheRead.Count);
            Assert.Equal((large.Sum(call => call.Blocks.Count) - read) * 400L, step.Tokens.CacheWrite.Count);
            Assert.Equal(calls.Count - large.Count, step.Measure("callsBelowMinimum"));
        }, iter: 6);

    [Fact]
    public void The_order_of_ingestion_changes_nothing_and_the_sum_of_input_kinds_is_kept() =>
        Calls(300).Sample(calls =>
        {
            var lines = calls.Select(call => Line(call, 100)).Chunk(4).ToArray();
            var forward = Traced.Replay(lines, "prompt-caching:mode=ideal,ttl=5m").Result;
            var backward = Traced.Replay([.. lines.Reverse()], "prompt-caching:mode=ideal,ttl=5m").Result;
            Assert.Equal(forward.Steps[0].Tokens, backward.Steps[0].Tokens);
            Assert.Equal(forward.Combined, backward.Combined);
            Assert.Equal(forward.Actual.Tokens.Prompt, forward.Steps[0].Tokens.Prompt);
            Assert.Equal(forward.Actual.Tokens.Output, forward.Steps[0].Tokens.Output);
        }, iter: 3);

    [Fact]
    public async Task No_levers_change_nothing()
    {
        var replay = await Traced.Replay([[Traced.Line(0, [1, 2, 3]), Traced.Line(5, [1, 2, 3])]]);
        Assert.Equal(2, replay.Calls);
        Assert.Empty(replay.Steps);
        Assert.Equal((replay.Actual.CostUsd, Usd.Zero), replay.Combined);
        // 600 prompt tokens at $3 and 20 output tokens at $15 a million.
        Assert.Equal(new Usd(0.0021m), replay.Actual.CostUsd);
    }

    [Fact]
    public async Task An_entry_lives_for_its_time_to_live_and_not_a_second_longer()
    {
        string[] Twice(int later) => [Traced.Line(0, [1, 2]), Traced.Line(later, [1, 2])];
        Assert.Equal(200, await Read(Twice(300)));
        Assert.Equal(0, await Read(Twice(301)));
        // A use in between keeps it: of the first block only, so the second dies.
        Assert.Equal(200, await Read([Traced.Line(0, [1, 2]), Traced.Line(200, [1]), Traced.Line(400, [1, 2])]));
    }

    [Fact]
    public async Task Calls_that_are_cached_already_are_taken_back_first()
    {
        var lines = new[]
        {
            Traced.Line(0, [1, 2], more: ""","cacheWrite5m":0"""),
            Traced.Line(9, [1, 2]).Replace("\"input\":200", "\"input\":0,\"cacheRead\":200", StringComparison.Ordinal),
        };
        var replay = await Traced.Replay([lines], "prompt-caching:mode=ideal,ttl=5m");
        Assert.Equal(200, replay.Actual.Tokens.CacheRead.Count);
        Assert.Equal((200L, 200L, 0L), (replay.Steps[0].Tokens.CacheRead.Count,
            replay.Steps[0].Tokens.CacheWrite.Count, replay.Steps[0].Tokens.Input.Count));
    }

    /// <summary>Two calls an hour and a half apart: nothing lives, so a cache only costs; best is none.</summary>
    [Fact]
    public async Task The_best_time_to_live_may_be_none()
    {
        string[] lines = [Traced.Line(0, [1, 2, 3], 500), Traced.Line(5400, [1, 2, 3], 500)];
        var placed = await Traced.Replay([lines], "prompt-caching:ttl=5m,points=last");
        Assert.True(placed.Combined.SavedUsd < Usd.Zero);
        Assert.Equal(1.25m, placed.Steps[0].Measure("inputCostRatio"));
        var best = await Traced.Replay([lines], "prompt-caching:ttl=best,points=auto");
        Assert.Equal(Usd.Zero, best.Combined.SavedUsd);
        // Twenty minutes apart an hour pays and five minutes do not: 2 + 3 × 0.1 of four prompts.
        string[] slow = [.. Enumerable.Range(0, 4).Select(i => Traced.Line(i * 1200, [1, 2, 3], 500))];
        var hour = await Traced.Replay([slow], "prompt-caching:ttl=best");
        Assert.Equal(0.575m, hour.Steps[0].Measure("inputCostRatio"));
    }

    [Theory]
    [InlineData("prompt-caching:mode=perfect", "mode")]
    [InlineData("prompt-caching:ttl=2h", "ttl")]
    [InlineData("prompt-caching:points=middle", "points")]
    [InlineData("prompt-caching:rates=1.25", "rates")]
    [InlineData("prompt-caching:colour=red", "colour")]
    [InlineData("prompt-magic", "prompt-magic")]
    public async Task What_is_not_understood_is_told(string lever, string word)
    {
        var told = await Assert.ThrowsAsync<AssayException>(() => Traced.Replay([[Traced.Line(0, [1])]], lever));
        Assert.Equal(ExitCode.Usage, told.ExitCode);
        Assert.Contains(word, told.Message, StringComparison.Ordinal);
    }

    private static decimal Figure(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<long> Read(string[] lines) =>
        (await Traced.Replay([lines], "prompt-caching:mode=ideal,ttl=5m")).Steps[0].Tokens.CacheRead.Count;

    private static Assay.Replays.ReplayStep Replay(List<Made> calls, int size, string lever) =>
        Traced.Replay([[.. calls.Select(call => Line(call, size))]], lever).Result.Steps[0];

    private static string Line(Made call, int size) =>
        Traced.Line(call.Second, call.Blocks, size, tail: 7, session: call.Session);

    /// <summary>Prompts are beginnings of one long text, left at some block for blocks of their own.</summary>
    private static Gen<List<Made>> Calls(int ttl) =>
        Gen.Select(Gen.Int[0, ttl], Gen.Int[0, 12], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 2])
            .List[30, 80].Select(all =>
            {
                var second = 0;
                return all.Select((each, i) =>
                {
                    var (gap, shared, own, branch, session) = each;
                    // Every third call comes long after, so that entries die.
                    second += i % 3 == 2 ? gap * 2 : gap / 4;
                    var blocks = Enumerable.Range(1, shared)
                        .Concat(Enumerable.Range(
                            1000 + (1000 * branch) + (10 * shared), Math.Max(own, shared == 0 ? 1 : 0)));
                    return new Made(second, [.. blocks], session == 0 ? null : $"s{session}");
                }).ToList();
            });

    private sealed record Made(int Second, IReadOnlyList<int> Blocks, string? Session);
}
