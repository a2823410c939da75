using Assay.Tests.Proofs;
using Assay.Tests.Support;
using CsCheck;

namespace Assay.Tests.Ingesting;

/// <summary>Which calls are one place in somebody's code.</summary>
public sealed class WorkloadTests
{
    [Fact]
    public async Task A_system_prompt_that_is_made_anew_for_every_call_tells_nothing() =>
        Assert.Equal([40L], await CallsAsync(40, i => $"Prompt {Word(i)} about {Word(i * 7)} {Word(i * 31)}"));

    [Fact]
    public async Task A_date_or_an_id_in_the_system_prompt_makes_no_other_workload() =>
        Assert.Equal([40L], await CallsAsync(40, i => $"It is 2026-11-{1 + (i % 28):00}T10:00:00Z. You help {i}."));

    [Fact]
    public async Task Two_system_prompts_are_two_workloads() =>
        Assert.Equal([20L, 20L], await CallsAsync(40, i => i % 2 == 0 ? "You sort." : "You sum up."));

    [Fact]
    public async Task Tools_in_another_order_are_the_same_tools() =>
        Assert.Equal([40L], await CallsAsync(40, _ => "You help.", i => i % 2 == 0 ? ["a", "b"] : ["b", "a"]));

    /// <summary>However prompts differ, a call is of one workload, and is paid once.</summary>
    [Fact]
    public Task Every_call_is_in_one_workload() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 3]).SampleAsync(async (calls, prompts, tools) =>
        {
            var counts = await CallsAsync(
                calls, i => $"Prompt {Word(i % prompts)}", i => [.. Enumerable.Range(0, i % tools).Select(Word)]);
            Assert.Equal(calls, counts.Sum());
        }, iter: 12);

    private static string Word(int number) => string.Concat($"{number}".Select(digit => (char)('a' + digit - '0')));

    /// <summary>How many calls each workload has; asserts that the report counts and prices them once.</summary>
    private static async Task<IReadOnlyList<long>> CallsAsync(
        int calls, Func<int, string> system, Func<int, IReadOnlyList<string>>? tools = null)
    {
        var lines = Enumerable.Range(0, calls).Select(i => Some.LogRecord(
            "{" + Tools(tools?.Invoke(i) ?? []) + "\"system\":[{\"text\":\"" + system(i)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"q\"}]}]}",
            "{}", i + 1, $"2026-11-02T08:{i:00}:00Z", 1000));
        var report = await Proved.OfLinesAsync(lines);
        Assert.Equal(calls, report.Models.Single().Invocations);
        // A geographic profile: $3.30 a million in and $16.50 out.
        Assert.Equal(calls * ((1000 * 3.3m) + (10 * 16.5m)) / 1_000_000, report.Totals.CostUsd.Amount);
        Assert.Equal(report.Totals.CostUsd.Amount, report.Workloads.Sum(each => each.CostUsd!.Value.Amount));
        return [.. report.Workloads.Select(each => each.Calls)];
    }

    private static string Tools(IReadOnlyList<string> names) => names.Count == 0 ? "" : "\"toolConfig\":{\"tools\":["
        + string.Join(',', names.Select(name => "{\"toolSpec\":{\"name\":\"" + name + "\",\"inputSchema\":{\"json\":{}}}}"))
        + "]},";
}
