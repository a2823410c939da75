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

    /// <summary>The same prompts to another model are in another cache: each writes once and reads once.</summary>
    [Fact]
    public async Task Prompts_of_two_models_are_never_the_same()
    {
        var lines = Lines(i => $"It is 2026-11-02T08:0{i}:00Z.");
        string[] mixed =
        [
            .. lines.Select((line, i) => i % 2 == 0 ? line : line.Replace(
                "claude-sonnet-4-5-20250929", "claude-sonnet-4-20250514", StringComparison.Ordinal)),
        ];
        var (one, two) = (
            (await Traced.Replay([lines], Points + ",changing=last")).Steps[0].Tokens,
            (await Traced.Replay([mixed], Points + ",changing=last")).Steps[0].Tokens);
        Assert.NotEqual(lines[1], mixed[1]);
        Assert.Equal(2 * one.CacheWrite5m.Count, two.CacheWrite5m.Count);
        Assert.Equal(2 * one.CacheWrite5m.Count, two.CacheRead.Count);
    }

    /// <summary>Three tools in four orders: sorted, one call writes what three read.</summary>
    [Fact]
    public async Task The_same_tools_in_another_order_are_the_same_once_sorted()
    {
        string[] orders = ["abc", "bac", "cab", "cba"];
        const string points = "prompt-caching:points=tools,ttl=5m";
        var stays = (await Traced.Replay([Tools(orders)], points)).Steps[0].Tokens;
        var sorted = (await Traced.Replay([Tools(orders)], points + ",changing=last")).Steps[0].Tokens;
        Assert.Equal(0, stays.CacheRead.Count);
        Assert.Equal(3 * sorted.CacheWrite5m.Count, sorted.CacheRead.Count);
        Assert.InRange(stays.CacheWrite5m.Count, (4 * sorted.CacheWrite5m.Count) - 8, (4 * sorted.CacheWrite5m.Count) + 8);
        // Another set of as many tools is another.
        var other = (await Traced.Replay([Tools(["abc", "abd", "acd", "bcd"])], points + ",changing=last")).Steps[0].Tokens;
        Assert.Equal(0, other.CacheRead.Count);
    }

    private static string[] Tools(string[] orders) =>
    [
        .. orders.Select((order, i) => Some.LogRecord(
            "{\"toolConfig\":{\"tools\":[" + string.Join(',', order.Select(name =>
                "{\"toolSpec\":{\"name\":\"" + name + "\",\"description\":\"" + new string(name, 4000)
                    + "\",\"inputSchema\":{\"json\":{}}}}"))
                + "]},\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + (char)('a' + i) + "\"}]}]}",
            "{}", i + 1, $"2026-11-02T08:0{i}:00Z", 3100)),
    ];

    private static async Task<Usage.TokenCounts> TokensAsync(string lever, Func<int, string> front)
        => (await Traced.Replay([Lines(front)], lever)).Steps[0].Tokens;

    private static string[] Lines(Func<int, string> front) =>
    [
        .. Enumerable.Range(0, 4).Select(i => Some.LogRecord(
            "{\"system\":[{\"text\":\"" + front(i) + new string('s', 8000)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + (char)('a' + i) + "\"}]}]}",
            "{}", i + 1, $"2026-11-02T08:0{i}:00Z", 2100)),
    ];
}
