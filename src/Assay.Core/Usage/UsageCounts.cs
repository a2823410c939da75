namespace Assay.Usage;

/// <summary>
/// What a meter counted in one period. An unknown is null (a series that could not be read), never zero; a period
/// without a datapoint in a series that was read whole is zero.
/// </summary>
public readonly record struct UsageCounts
{
    /// <summary>
    /// Calls as the source counts them (see bedrock-runtime's <c>Invocations</c>): throttled calls are not in it.
    /// </summary>
    public long? Invocations { get; init; }

    public long? ClientErrors { get; init; }

    public long? ServerErrors { get; init; }

    /// <summary>Throttled attempts; the SDK's own retries inflate it.</summary>
    public long? Throttles { get; init; }

    public long? Input { get; init; }

    public long? Output { get; init; }

    public long? CacheRead { get; init; }

    public long? CacheWrite5m { get; init; }

    public long? CacheWrite1h { get; init; }

    public long? CacheWrite30m { get; init; }

    /// <summary>Cache writes whose time to live the source does not tell (CloudWatch never does).</summary>
    public long? CacheWriteUnknownTtl { get; init; }
}
