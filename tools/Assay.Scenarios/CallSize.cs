namespace Assay.Scenarios;

/// <summary>How long prompts and answers of one kind of call are: means, and percentiles as in CloudWatch.</summary>
/// <param name="Input">Tokens of the whole prompt.</param>
internal sealed record CallSize(
    double Input,
    IReadOnlyDictionary<string, double> InputPercentiles,
    double Output,
    IReadOnlyDictionary<string, double> OutputPercentiles)
{
    /// <summary>
    /// A chat service. All 12,031 requests of FAST25-release/traces/conversation_trace.jsonl of kvcache-ai/Mooncake at
    /// 3b5a59413395 (Apache-2.0).
    /// </summary>
    public static CallSize Chat { get; } = new(
        12_035, Percentiles(6_909, 27_367, 85_401, 126_195), 343, Percentiles(350, 597, 1_120, 2_000));

    /// <summary>
    /// A coding agent. All 27,012 requests of traces/*.json of callanjfox/kv-cache-tester at 94f6046dfd9c (Apache-2.0).
    /// </summary>
    public static CallSize Agent { get; } = new(
        119_644, Percentiles(100_247, 216_345, 533_452, 894_371), 433, Percentiles(215, 892, 3_614, 12_741));

    /// <summary>
    /// Short answers to short texts. Client 16 of data/language/m-small of alibaba/ServeGen at f891d1189eb3
    /// (Apache-2.0): chunk-16-dataset.json, its counts added over all windows.
    /// </summary>
    public static CallSize Label { get; } = new(
        915, Percentiles(514, 1_403, 9_216, 36_278), 23, Percentiles(11, 60, 104, 2_604));

    /// <summary>
    /// A job that comes once a day. Client 20 of the same data: on most of its days some 118,000 calls within one hour.
    /// </summary>
    public static CallSize DailyJob { get; } = new(
        923, Percentiles(918, 941, 1_014, 1_586), 73, Percentiles(73, 81, 94, 152));

    public static Dictionary<string, double> Percentiles(double p50, double p90, double p99, double max) =>
        new() { ["p50"] = p50, ["p90"] = p90, ["p99"] = p99, ["max"] = max };
}
