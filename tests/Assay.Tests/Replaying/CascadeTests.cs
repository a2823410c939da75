using Assay.Analysis.Simulation;
using Assay.Replays;
using Assay.Units;
using CsCheck;

namespace Assay.Tests.Replaying;

/// <summary>A smaller model first, the larger one for a share: small + check + escalation × large.</summary>
public sealed class CascadeTests
{
    private const string Haiku = "anthropic.claude-haiku-4-5-20251001-v1:0";

    /// <summary>
    /// Ten calls of 200 in and 10 out: $0.00075 on Sonnet 4.5 ($3, $15), $0.00025 on Haiku 4.5 ($1, $5).
    /// </summary>
    [Theory]
    [InlineData("escalate=0.2,check=1", 20, 2)]
    [InlineData("escalate=0.5,check=0", 10, 5)]
    [InlineData("escalate=0.3,check=0.5", 15, 3)]
    public async Task It_costs_the_small_calls_the_checks_and_what_is_asked_again(string options, int small, int large)
    {
        var step = (await Asked($"cascade:to={Haiku},{options}", Unlike(10))).Steps[0];
        Assert.Equal(new Usd((small * 0.00025m) + (large * 0.00075m)), step.CostUsd);
        Assert.Equal(
            (10m, small - 10m, (decimal)large),
            (step.Measure("callsMoved"), step.Measure("callsChecked"), step.Measure("callsEscalated")));
        Assert.Equal((small + large) * 200, step.Tokens.Prompt.Count);
    }

    [Fact]
    public async Task It_says_where_it_stops_to_pay_and_what_other_rates_cost()
    {
        var step = (await Asked($"cascade:to={Haiku}", Unlike(10))).Steps[0];
        // 1 − 2 · 0.00025 / 0.00075, and 0.005 + 0.0075 · rate.
        Assert.Equal(0.333333m, step.Measure("breakEvenEscalation"));
        Assert.Equal(0.00575m, step.Measure("usdAtEscalation:0.1"));
        Assert.Equal(0.00725m, step.Measure("usdAtEscalation:0.3"));
        Assert.Equal(step.CostUsd!.Value.Amount, step.Measure("usdAtEscalation:0.2"));
    }

    [Fact]
    public async Task Calls_stay_where_asking_twice_costs_more()
    {
        var step = (await Asked($"cascade:to={Haiku},escalate=0.4", Unlike(10))).Steps[0];
        Assert.Equal((Usd.Zero, 0m), (step.SavedUsd, step.Measure("callsMoved")));
        Assert.Equal(0.333333m, step.Measure("breakEvenEscalation"));
    }

    /// <summary>Ten calls of one prompt: the small model's cache is written once and so is the large one's.</summary>
    [Fact]
    public async Task Each_model_has_a_cache_of_its_own()
    {
        string[] alike = [.. Enumerable.Range(0, 10).Select(i => Traced.Line(i, [1, 2, 3], 2000))];
        var replay = await Asked($"cascade:to={Haiku},escalate=0.2,check=0", alike, "prompt-caching:points=last,ttl=5m");
        var tokens = replay.Steps[1].Tokens;
        Assert.Equal((12_000L, 60_000L), (tokens.CacheWrite5m.Count, tokens.CacheRead.Count));
        var ideal = await Asked($"cascade:to={Haiku},escalate=0.2,check=0", alike, "prompt-caching:mode=ideal,ttl=5m");
        Assert.Equal(replay.Steps[1].Tokens, ideal.Steps[1].Tokens);
    }

    /// <summary>Nothing checked and nothing asked again is another model, with all that comes behind.</summary>
    [Fact]
    public Task Without_a_check_and_escalation_it_is_right_sizing() =>
        Gen.Int[1, 1000].SampleAsync(async seed =>
        {
            var random = new Random(seed);
            string[] lines =
            [
                .. Enumerable.Range(0, 30).Select(i => Traced.Line(
                    i * random.Next(1, 300), [.. Enumerable.Range(1, random.Next(1, 6))], 900, random.Next(2) * 7)),
            ];
            string[] behind = ["prompt-caching:points=last", "output-cap:cap=9", "service-tier"];
            var cascade = await Traced.Replay([lines], [$"cascade:to={Haiku},escalate=0,check=0", .. behind]);
            var moved = await Traced.Replay([lines], [$"model-right-sizing:to={Haiku}", .. behind]);
            Assert.Equal(
                moved.Steps.Select(step => (step.CostUsd, step.Tokens)),
                cascade.Steps.Select(step => (step.CostUsd, step.Tokens)));
        }, iter: 6);

    private static Task<ReplayReport> Asked(string lever, string[] lines, params string[] more) =>
        Traced.Replay([lines], [lever, .. more]);

    private static string[] Unlike(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Traced.Line(i, [2 * i, (2 * i) + 1]))];
}
