namespace Assay.Usage;

/// <summary>A version of a guardrail in one hour; null is unknown.</summary>
/// <param name="Intervened">Requests in which it stepped in.</param>
/// <param name="TextUnits">Of up to 1,000 characters, summed over its policies: what is paid for.</param>
public readonly record struct GuardrailCounts(
    DateTimeOffset Start, long? Invocations, long? Intervened, long? TextUnits);
