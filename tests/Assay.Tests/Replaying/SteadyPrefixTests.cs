using Assay.Replays;
using Assay.Tests.Support;

namespace Assay.Tests.Replaying;

/// <summary>A date in front of prompts, and what they would be if it stood behind.</summary>
public sealed class SteadyPrefixTests
{
    private const string Points = "prompt-caching:points=system,ttl=5m";

    /// <summary>Four calls a minute apart: as they are each writes, moved one writes and three read the same.</summary>
    [Fact]
    public async Task What_changes_is_moved_and_the_rest_is_found_again()
    {
        var stays = await TokensAsync(Points, i => $"It is 2026-11-02T08:0{i}:00Z.");
        Assert.Equal(0, stays.CacheRead.Count);
        var moved = await TokensAsync(Points + ",changing=last", i => $"It is 2026-11-02T08:0{i}:00Z.");
        Assert.Equal(stays.CacheWrite5m.Count, 4 * moved.CacheWrite5m.Count);
        Assert.Equal(3 * moved.CacheWrite5m.Count, moved.CacheRead.Count);
        Assert.Equal(stays.Prompt, moved.Prompt);
    }

    [Fact]
    public async Task Another_text_is_not_the_same_for_all_that()
    {
        string[] words = ["red", "green", "blue", "black"];
        var moved = await TokensAsync(Points + ",changing=last", i => $"You like {words[i]}.");
        Assert.Equal(0, moved.CacheRead.Count);
    }

    [Fact]
    public async Task Where_nothing_changes_nothing_is_different() => Assert.Equal(
        await TokensAsync(Points, _ => "You help."), await TokensAsync(Points + ",changing=last", _ => "You help."));

    private static async Task<Usage.TokenCounts> TokensAsync(string lever, Func<int, string> front)
    {
        var lines = Enumerable.Range(0, 4).Select(i => Some.LogRecord(
            "{\"system\":[{\"text\":\"" + front(i) + new string('s', 8000)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + (char)('a' + i) + "\"}]}]}",
            "{}", i + 1, $"2026-11-02T08:0{i}:00Z", 2100)).ToArray();
        return (await Traced.Replay([lines], lever)).Steps[0].Tokens;
    }
}
