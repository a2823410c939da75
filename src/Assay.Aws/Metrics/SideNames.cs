namespace Assay.Aws.Metrics;

/// <summary>What is read of agents and of guardrails, and which sets of dimensions are (bedrock.md 1.6).</summary>
internal static class SideNames
{
    public const string Agents = "AWS/Bedrock/Agents";

    public const string Guardrails = "AWS/Bedrock/Guardrails";

    private static readonly string[] OfAgents =
        ["InvocationCount", "ModelInvocationCount", "InputTokenCount", "OutputTokenCount", "outputTokenCount"];

    private static readonly string[] OfGuardrails = ["Invocations", "InvocationsIntervened", "TextUnitCount"];

    /// <summary>
    /// The finest sets only, as sets describe the same calls: an agent's alias with its model, an agent that is defined
    /// in the call with its model, a version of a guardrail.
    /// </summary>
    public static bool IsRead(SeriesKey series) => (series.Space, series.Dimensions) switch
    {
        (Agents, [("AgentAliasArn", _), ("ModelId", _), ("Operation", _)]) => OfAgents.Contains(series.Metric),
        (Agents, [("ModelId", _), ("Operation", "InvokeInlineAgent")]) => OfAgents.Contains(series.Metric),
        (Guardrails, [("GuardrailArn", _), ("GuardrailVersion", _)]) => OfGuardrails.Contains(series.Metric),
        _ => false,
    };
}
