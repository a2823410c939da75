namespace Assay.Aws.Metrics;

/// <summary>
/// CloudWatch's names. The cache metrics have two spellings in AWS's own documentation, so both are known; of two
/// spellings with data the larger counts, as they would name the same tokens.
/// </summary>
internal static class MetricNames
{
    public const string Runtime = "AWS/Bedrock";
    public const string Mantle = "AWS/BedrockMantle";
    public const string Input = "InputTokenCount";
    public const string Output = "OutputTokenCount";

    private static readonly (string Name, Slot Slot)[] OfRuntime =
    [
        ("Invocations", Slot.Invocations),
        (Input, Slot.Input),
        (Output, Slot.Output),
        ("CacheReadInputTokenCount", Slot.CacheRead),
        ("CacheReadInputTokens", Slot.CacheRead),
        ("CacheWriteInputTokenCount", Slot.CacheWrite),
        ("CacheWriteInputTokens", Slot.CacheWrite),
        ("InvocationClientErrors", Slot.ClientErrors),
        ("InvocationServerErrors", Slot.ServerErrors),
        ("InvocationThrottles", Slot.Throttles),
    ];

    // The totals exist for a model and the plain names for a project's model; each says what the other does.
    private static readonly (string Name, Slot Slot)[] OfMantle =
    [
        ("Inferences", Slot.Invocations),
        ("TotalInputTokens", Slot.Input),
        ("InputTokens", Slot.Input),
        ("TotalOutputTokens", Slot.Output),
        ("OutputTokens", Slot.Output),
        ("InferenceClientErrors", Slot.ClientErrors),
    ];

    /// <summary>
    /// Tokens and calls of the runtime, without errors: what a series that CloudWatch doesn't list is asked for.
    /// </summary>
    public static IReadOnlyList<string> Essentials { get; } =
        [.. OfRuntime.Where(metric => IsEssential(metric.Slot)).Select(metric => metric.Name)];

    public static bool IsEssential(Slot slot) => slot <= Slot.CacheWrite;

    /// <returns>Null for a metric that is not read.</returns>
    public static Slot? SlotOf(SeriesKey series)
    {
        foreach (var (name, slot) in series.Space == Runtime ? OfRuntime : OfMantle)
        {
            if (name == series.Metric)
            {
                return slot;
            }
        }

        return null;
    }
}
