using Assay.Analysis.Levers;
using Assay.Analysis.Simulation;
using Assay.Findings;
using Assay.Replays;
using Assay.Units;
using CsCheck;

namespace Assay.Tests.Replaying;

/// <summary>Levers over calls, one by one and in sequence.</summary>
public sealed class LeverReplayTests
{
    private const string Opus = "us.anthropic.claude-opus-4-5-20251101-v1:0";

    private static readonly string[] All = [.. ReplayLevers.Ids];

    /// <summary>
    /// Whatever is pulled: parts sum to the whole, nothing is added, and the order of asking is no matter.
    /// </summary>
    [Fact]
    public void The_steps_of_any_levers_sum_to_the_whole() =>
        Gen.Select(Gen.Int[0, (1 << All.Length) - 1], Gen.Int[1, 1000]).Sample((set, seed) =>
        {
            var levers = All.Where((_, i) => (set >> i & 1) == 1).ToArray();
            var lines = Traffic(seed);
            var replay = Traced.Replay([lines], levers).Result;
            var again = Traced.Replay([[.. lines[20..]], [.. lines[..20]]], [.. levers.Reverse()]).Result;
            Assert.Equal(levers, replay.Steps.Select(step => step.Lever));
            Assert.Equal(replay.Combined, again.Combined);
            Assert.Equal(
                replay.Actual.CostUsd!.Value.Amount - replay.Combined.CostUsd!.Value.Amount,
                replay.Steps.Sum(step => step.SavedUsd!.Value.Amount), 10);
            var tokens = replay.Actual.Tokens;
            foreach (var step in replay.Steps)
            {
                Assert.Equal(step.SavedUsd!.Value.Amount, step.Workloads.Sum(each => each.SavedUsd.Amount), 10);
                Assert.Equal(step.CostUsd!.Value.Amount, step.Workloads.Sum(each => each.CostUsd.Amount), 10);
                // A cascade asks twice, so it alone adds tokens.
                Assert.True(step.Tokens.Output <= tokens.Output || step.Lever == "cascade");
                Assert.True(step.Tokens.Prompt <= tokens.Prompt || step.Lever == "cascade");
                if (step.Lever is not "deduplicate" and not "context-trim" and not "cascade")
                {
                    Assert.Equal(tokens.Prompt, step.Tokens.Prompt);
                }

                tokens = step.Tokens;
            }
        }, iter: 8);

    [Fact]
    public async Task A_prompt_that_was_answered_is_not_sent_again_while_its_answer_is_kept()
    {
        var replay = await Traced.Replay(
            [[
                Traced.Line(0, [1, 2]), Traced.Line(3600, [1, 2]), Traced.Line(7300, [1, 2]),
                Traced.Line(10, [1]), Traced.Line(20, [1, 2], tail: 5), Traced.Line(21, [1, 2], tail: 5),
            ]],
            "deduplicate:within=1h");
        // The second comes within the hour of the first, the third does not.
        Assert.Equal((1m, 2m), (replay.Steps[0].Measure("callsRepeated"), replay.Steps[0].Measure("callsNotJudged")));
        Assert.Equal(replay.Actual.Tokens.Prompt.Count - 200, replay.Steps[0].Tokens.Prompt.Count);
        Assert.Equal(new Usd((200 * 3m + 10 * 15m) / 1_000_000), replay.Combined.SavedUsd);
        // That an answer served again does not make it younger: the third would be within the hour of the second.
        var late = await Traced.Replay(
            [[Traced.Line(0, [1]), Traced.Line(3000, [1]), Traced.Line(6000, [1])]], "deduplicate:within=1h");
        Assert.Equal(1, late.Steps[0].Measure("callsRepeated"));
    }

    /// <summary>A hundred answers of 1 to 100 tokens and one of 5,000: p99 is 100, and 10 % above it is 110.</summary>
    [Fact]
    public async Task A_cap_stands_above_the_99th_percentile_and_cuts_the_tail()
    {
        var lines = Enumerable.Range(1, 100).Append(5000)
            .Select(output => Answered(Traced.Line(output, [output]), output)).ToArray();
        var step = (await Traced.Replay([lines], "output-cap")).Steps[0];
        Assert.Equal(
            (1m, 110m, 5000m),
            (step.Measure("callsCut"), step.Measure("largestCap"), step.Measure("longestAnswer")));
        Assert.Equal(5050 + 110, step.Tokens.Output.Count);
        var lower = await Traced.Replay([lines], "output-cap:cap=50");
        Assert.Equal(50 * 51 / 2 + 51 * 50, lower.Steps[0].Tokens.Output.Count);
        // Asked for again, the one answer that is cut is paid at 110 tokens and whole, its prompt of 100 twice.
        var again = (await Traced.Replay([lines], "output-cap:again=yes")).Steps[0];
        Assert.Equal((5050 + 110 + 5000, 101 * 100 + 100), (again.Tokens.Output.Count, again.Tokens.Prompt.Count));
        Assert.Equal(new Usd(-((110 * 15m) + (100 * 3m)) / 1_000_000), again.SavedUsd);
        Assert.Equal((again.SavedUsd, step.SavedUsd), (step.SavedUsdLow, step.SavedUsdHigh));
        Assert.Single(step.Drivers);
    }

    [Fact]
    public async Task Concise_answers_are_assumed_and_say_so()
    {
        var step = (await Traced.Replay([[Answered(Traced.Line(0, [1]), 1400)]], "output-cap:mode=concise")).Steps[0];
        Assert.Equal(900, step.Tokens.Output.Count);
        Assert.Contains("assumed", step.Assumptions[0], StringComparison.Ordinal);
    }

    /// <summary>Opus 4.5 through a geographic profile costs 10 % more than through the global one.</summary>
    [Fact]
    public async Task Calls_through_a_geographic_profile_move_to_the_global_one()
    {
        string[] lines = [Of(Opus, Traced.Line(0, [1, 2])), Traced.Line(1, [3])];
        var replay = await Traced.Replay([lines], "routing-scope");
        Assert.Equal((1m, 2m), (replay.Steps[0].Measure("callsMoved"), replay.Steps[0].Measure("groups")));
        Assert.Equal(new Usd((200 * 0.5m + 10 * 2.5m) / 1_000_000), replay.Combined.SavedUsd);
    }

    [Fact]
    public async Task Batch_takes_back_what_caching_saved_and_moves_only_what_is_cheaper()
    {
        string[] alone = [Traced.Line(0, [1, 2]), Traced.Line(1, [3, 4])];
        var batch = await Traced.Replay([alone], "batch");
        Assert.Equal(batch.Actual.CostUsd!.Value * 0.5m, batch.Combined.CostUsd);
        string[] alike = [.. Enumerable.Range(0, 50).Select(i => Traced.Line(i, [1, 2], 2000))];
        var both = await Traced.Replay([alike], "batch", "prompt-caching:points=last");
        Assert.Equal(Usd.Zero, both.Steps[1].SavedUsd);
        Assert.True(both.Standalone[1].SavedUsd > Usd.Zero);
        Assert.Equal(both.Steps[0].Tokens, both.Steps[1].Tokens);
        // Different prompts are not read again, so batch is worth more than caching: what is cached is input again.
        string[] unlike = [.. Enumerable.Range(0, 50).Select(i => Traced.Line(i, [i], 2000))];
        var undone = await Traced.Replay([unlike], "batch", "prompt-caching:points=last");
        Assert.Equal((0L, 100_000L), (undone.Steps[1].Tokens.CacheWrite.Count, undone.Steps[1].Tokens.Input.Count));
    }

    /// <summary>$0.80 in and $3.20 out, half of it at flex: 480 of 1,920 for a quarter of eight calls.</summary>
    [Fact]
    public async Task A_share_of_the_calls_moves_to_another_tier()
    {
        string[] lines = [.. Enumerable.Range(0, 8).Select(i =>
            Of("us.amazon.nova-pro-v1:0", Traced.Line(i, [2 * i, (2 * i) + 1])))];
        var step = (await Traced.Replay([lines], "service-tier:share=0.25")).Steps[0];
        Assert.Equal(new Usd(2 * ((200 * 0.4m) + (10 * 1.6m)) / 1_000_000), step.SavedUsd);
        Assert.Equal(2, step.Measure("callsMoved"));
        Assert.Equal(1600, step.Tokens.Prompt.Count);
        Assert.Equal(step.SavedUsd, step.Workloads.Single().SavedUsd);
    }

    [Fact]
    public async Task The_same_calls_on_a_named_model_cost_what_its_prices_say()
    {
        const string lever = "model-right-sizing:to=anthropic.claude-haiku-4-5-20251001-v1:0";
        var replay = await Traced.Replay([[Traced.Line(0, [1, 2])]], lever);
        Assert.Equal(new Usd((200 * 1m + 10 * 5m) / 1_000_000), replay.Combined.CostUsd);
        // A list of all models has the same figure as a replay that names one.
        const string other = "anthropic.claude-haiku-5-5";
        var list = await Traced.Replay([[Traced.Line(0, [1, 2])]], "model-right-sizing:candidates=all");
        var one = await Traced.Replay([[Traced.Line(0, [1, 2])]], "model-right-sizing:to=" + other);
        var candidates = list.Steps[0].Candidates;
        Assert.Equal(one.Combined.CostUsd, candidates.Single(each => each.Model == other).CostUsd);
        // Of one tokenizer there is one figure; another makes 0.8 to 1.35 times the tokens.
        var haiku = candidates.Single(each => each.Model == "anthropic.claude-haiku-4-5-20251001-v1:0");
        Assert.Equal((haiku.CostUsd, haiku.CostUsd), (haiku.CostUsdLow, haiku.CostUsdHigh));
        var nova = candidates.Single(each => each.Model == "amazon.nova-lite-v1:0");
        Assert.Equal((nova.CostUsd.Amount * 0.8m, nova.CostUsd.Amount * 1.35m), (nova.CostUsdLow.Amount, nova.CostUsdHigh.Amount));
        Assert.Equal(candidates.Select(each => each.CostUsd).Order(), candidates.Select(each => each.CostUsd));
        Assert.All(candidates, each => Assert.NotNull(each.Workload));
        // 250,000 tokens do not fit into its context, so the call stays.
        var large = await Traced.Replay([[Traced.Line(0, [.. Enumerable.Range(1, 25)], 10_000)]], lever);
        Assert.Equal(0, large.Steps[0].Measure("callsMoved"));
    }

    [Fact]
    public async Task Only_models_and_places_that_are_allowed_are_chosen()
    {
        string[] lines = [Traced.Line(0, [1, 2])];
        string[] named = [.. await Candidates(new(["amazon", "meta"])), .. await Candidates(new(["openai"]))];
        Assert.NotEmpty(named);
        Assert.All(named, id => Assert.Matches("^(amazon|meta|openai)[.]", id));
        Assert.Contains("amazon.nova-lite-v1:0", await Candidates(AllowedPlaces.Any));
        // The cheapest sibling is called through the global profile, as the calls are; in the Region it costs more.
        var (anywhere, here) = (
            await Traced.Replay([lines], AllowedPlaces.Any, "model-right-sizing"),
            await Traced.Replay([lines], new AllowedPlaces(Regions: ["us-east-1"]), "model-right-sizing"));
        Assert.True(anywhere.Combined.CostUsd < here.Combined.CostUsd);
        Assert.Equal(
            anywhere.Combined.CostUsd!.Value.Amount * 1.1m, here.Combined.CostUsd!.Value.Amount);
        var nowhere = await Traced.Replay([lines], new AllowedPlaces(["cohere"]), "model-right-sizing");
        Assert.Equal(0, nowhere.Steps[0].Measure("callsMoved"));

        async Task<IEnumerable<string>> Candidates(AllowedPlaces allowed) =>
            (await Traced.Replay([lines], allowed, "model-right-sizing:candidates=all")).Steps[0].Candidates
                .Select(each => each.Model);
    }

    /// <summary>
    /// The ends of a range are replays with the options that nobody gave set to them, one after the other too; what is
    /// given leaves no range.
    /// </summary>
    [Fact]
    public async Task The_ends_of_a_range_are_replays_of_their_own()
    {
        var lines = Enumerable.Range(0, 40).Select(i => Answered(Traced.Line(i, [1, i + 2], 2000), 100 + (40 * i))).ToArray();
        string[] cascade = ["cascade", "cascade:escalate=0.3", "cascade:escalate=0.1"];
        string[] brief = ["output-cap:mode=concise", "", "output-cap:mode=concise,share=1"];
        var replays = new List<ReplayReport>();
        foreach (var (first, second) in cascade.Zip(brief))
        {
            replays.Add(await Traced.Replay([lines], [.. ((string[])[first, "prompt-caching", second]).Where(each => each.Length > 0)]));
        }

        var (asked, low, high) = (replays[0], replays[1], replays[2]);
        Assert.Equal(
            (low.Combined.SavedUsd, high.Combined.SavedUsd), (asked.CombinedRange.Low, asked.CombinedRange.High));
        Assert.True(asked.CombinedRange.Low < asked.Combined.SavedUsd && asked.Combined.SavedUsd < asked.CombinedRange.High);
        Assert.Equal((low.Steps[0].SavedUsd, high.Steps[0].SavedUsd), (asked.Steps[0].SavedUsdLow, asked.Steps[0].SavedUsdHigh));
        Assert.Equal((Usd.Zero, high.Steps[2].SavedUsd), (asked.Steps[2].SavedUsdLow, asked.Steps[2].SavedUsdHigh));
        Assert.Equal(
            (Usd.Zero, high.Standalone[2].SavedUsd), (asked.Standalone[2].SavedUsdLow, asked.Standalone[2].SavedUsdHigh));
        // One Region, and writes at their price: of the cache alone there is nothing that calls don't show.
        Assert.Equal(asked.Standalone[1].SavedUsdLow, asked.Standalone[1].SavedUsdHigh);
        Assert.Empty(asked.Steps[1].Drivers);
        Assert.Equal(
            (Evidence.Assumed, Evidence.Measured, Evidence.Assumed),
            (asked.Steps[0].Evidence, asked.Steps[1].Evidence, asked.Steps[2].Evidence));
        var given = await Traced.Replay([lines], "cascade:escalate=0.2", "output-cap:mode=concise,share=0.5");
        Assert.Equal((given.Combined.SavedUsd, given.Combined.SavedUsd), given.CombinedRange);
        Assert.All(given.Steps, step => Assert.Empty(step.Drivers));
    }

    private static string Answered(string line, int output) =>
        line.Replace("\"output\":10,", $"\"output\":{output},", StringComparison.Ordinal);

    private static string Of(string model, string line) => line.Replace(Traced.Model, model, StringComparison.Ordinal);

    /// <summary>Forty calls of two models, some alike, some with a cache in use.</summary>
    private static string[] Traffic(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 40).Select(i =>
            {
                var blocks = Enumerable.Range(1, random.Next(1, 6)).ToList();
                var line = Traced.Line(
                    i * random.Next(1, 200), blocks, 600, random.Next(2) * 9, i % 3 == 0 ? "s" : null);
                line = Answered(line, random.Next(1, 900));
                return i % 4 == 0 ? Of(Opus, line) : i % 5 == 0
                    ? line.Replace("\"output\"", "\"cacheRead\":700,\"output\"", StringComparison.Ordinal)
                    : line;
            }),
        ];
    }
}
