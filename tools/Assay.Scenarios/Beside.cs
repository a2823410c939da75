using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>What agents and guardrails count beside the models: multiples of a workload's calls.</summary>
internal static class Beside
{
    private const string Agents = "AWS/Bedrock/Agents";

    private const string Guardrails = "AWS/Bedrock/Guardrails";

    /// <param name="steps">Model calls for each call of the agent.</param>
    public static IEnumerable<MetricSeries> Agent(Traffic traffic, string alias, int steps)
    {
        (string, string)[] dimensions =
            [("Operation", "InvokeAgent"), ("AgentAliasArn", alias), ("ModelId", traffic.ModelId)];
        yield return Of(traffic, "Invocations", (Agents, "ModelInvocationCount"), 1, dimensions);
        yield return Of(traffic, "Invocations", (Agents, "InvocationCount"), 1d / steps, dimensions);
        yield return Of(traffic, "InputTokenCount", (Agents, "InputTokenCount"), 1, dimensions);
        yield return Of(traffic, "OutputTokenCount", (Agents, "outputTokenCount"), 1, dimensions);
    }

    /// <summary>A guardrail that is asked about the prompt and about the answer.</summary>
    /// <param name="units">Text units of the two, for each policy.</param>
    public static IEnumerable<MetricSeries> Guardrail(Traffic traffic, string arn, int units)
    {
        (string, string)[] dimensions = [("GuardrailArn", arn), ("GuardrailVersion", "1")];
        yield return Of(traffic, "Invocations", (Guardrails, "Invocations"), 2, dimensions);
        yield return Of(traffic, "Invocations", (Guardrails, "TextUnitCount"), units, dimensions);
    }

    private static MetricSeries Of(
        Traffic traffic, string source, (string Space, string Name) metric, double factor,
        (string Name, string Value)[] dimensions)
    {
        var calls = Parts.Metrics(traffic).First(series => series.Name == source);
        return new MetricSeries
        {
            Namespace = metric.Space,
            Name = metric.Name,
            Dimensions = dimensions.ToDictionary(each => each.Name, each => each.Value),
            Start = calls.Start,
            Values = [.. calls.Values.Select(value => value is { } known ? Math.Round(known * factor) : (double?)null)],
        };
    }
}
