namespace Assay.Usage;

/// <summary>An agent in one hour; null is unknown.</summary>
/// <param name="Invocations">Calls of the agent.</param>
/// <param name="ModelInvocations">Calls of its model that they led to.</param>
public readonly record struct AgentCounts(
    DateTimeOffset Start, long? Invocations, long? ModelInvocations, long? Input, long? Output);
