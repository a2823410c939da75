using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Metrics;

/// <summary>Agents and guardrails: the finest dimension sets alone, because sets describe the same calls.</summary>
public sealed class SideTests
{
    private const string Agents = "AWS/Bedrock/Agents";
    private const string Guardrails = "AWS/Bedrock/Guardrails";
    private const string Alias = $"arn:aws:bedrock:us-east-1:{Scan.Account}:agent-alias/A/B";
    private const string Guardrail = $"arn:aws:bedrock:us-east-1:{Scan.Account}:guardrail/g";

    private static readonly (string, string)[] Fine = [("Operation", "InvokeAgent"), ("AgentAliasArn", Alias), ("ModelId", Small.Model)];
    private static readonly (string, string)[] Version = [("GuardrailArn", Guardrail), ("GuardrailVersion", "3")];

    private static World World => Small.World(
        Small.In(Agents, "InvocationCount", [2, null, 3], Fine),
        Small.In(Agents, "ModelInvocationCount", [20, null, 36], Fine),
        Small.In(Agents, "outputTokenCount", [400, null, 700], Fine),
        Small.In(Agents, "ModelLatency", [9, 9, 9], Fine),
        Small.In(Agents, "InvocationCount", [2, null, 3], ("Operation", "InvokeAgent"), ("ModelId", Small.Model)),
        Small.In(Agents, "InvocationCount", [2, null, 3], ("Operation", "InvokeAgent")),
        Small.In(Agents, "InvocationCount", [5, 0, 0], ("Operation", "InvokeInlineAgent"), ("ModelId", Small.Model)),
        Small.In(Guardrails, "Invocations", [7, 0, 0], Version),
        Small.In(Guardrails, "TextUnitCount", [90, 0, 0], Version),
        Small.In(Guardrails, "InvocationsIntervened", [1, 0, 0], Version),
        Small.In(Guardrails, "Invocations", [7, 0, 0], ("Operation", "ApplyGuardrail")),
        Small.In(Guardrails, "TextUnitCount", [90, 0, 0], ("GuardrailPolicyType", "ContentPolicy")));

    [Fact]
    public async Task Hours_of_agents_and_guardrails_are_told_once_and_hours_without_a_count_not_at_all()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        var outcome = await Scan.OfAsync(aws, Scan.Request());

        var agents = outcome.Facts.OfType<Fact.AgentSeries>().OrderBy(each => each.Operation, StringComparer.Ordinal).ToList();
        Assert.Equal(
            [("InvokeAgent", Alias), ("InvokeInlineAgent", null)], agents.Select(each => (each.Operation, each.Alias)));
        Assert.Equal(
            [new(Scan.Now.AddHours(-3), 2, 20, 0, 400), new(Scan.Now.AddHours(-1), 3, 36, 0, 700)], agents[0].Points);
        Assert.Equal([new(Scan.Now.AddHours(-3), 5, 0, 0, 0)], agents[1].Points);
        var guardrail = Assert.Single(outcome.Facts.OfType<Fact.GuardrailSeries>());
        Assert.Equal((Guardrail, "3"), (guardrail.Guardrail, guardrail.Version));
        Assert.Equal([new(Scan.Now.AddHours(-3), 7, 1, 90)], guardrail.Points);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-agent-metrics").Status);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-guardrail-metrics").Status);
        // Four of an agent, three of a guardrail, and nothing for sets that Assay does not read.
        Assert.Equal(7, aws.Calls.Where(call => call.Operation == "GetMetricData")
            .Sum(call => call.Body!.Split($"\"{Agents}\"").Length + call.Body!.Split($"\"{Guardrails}\"").Length - 2));
    }

    [Fact]
    public async Task A_list_that_fails_is_missing_by_itself_and_the_other_is_whole()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListMetrics", After = 2, Times = 1 });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(ReadStatus.Absent, outcome.Coverage("cloudwatch-agent-metrics").Status);
        Assert.Contains("cloudwatch:ListMetrics", outcome.Coverage("cloudwatch-agent-metrics").Reason!, StringComparison.Ordinal);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-guardrail-metrics").Status);
        Assert.Single(outcome.Facts.OfType<Fact.GuardrailSeries>());
    }
}
