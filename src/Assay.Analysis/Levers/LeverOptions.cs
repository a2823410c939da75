namespace Assay.Analysis.Levers;

/// <summary>
/// Every threshold and assumption of the levers, in one record: printed with the findings that use them. Shares are of
/// 1, tokens are per call, dollars are per month.
/// </summary>
public sealed record LeverOptions
{
    public static LeverOptions Default { get; } = new();

    /// <summary>Findings that are not expected to add this much to the others are not shown.</summary>
    public decimal MinimumUsd { get; init; } = 1;

    /// <summary>
    /// Whether calls may be processed in any Region: yes counts the saving, no does not look for it, and null, which is
    /// nothing said, tells it outside all totals. Not a threshold: <c>allowGlobal</c> of <c>assay.yaml</c>.
    /// </summary>
    public bool? AllowGlobal { get; init; }

    /// <summary>
    /// Whether changes count whose answers nobody has compared: another model, a shorter history. Not a threshold:
    /// <c>allowUntried</c> of <c>assay.yaml</c>. It holds where calls are known; metrics' totals expect a share.
    /// </summary>
    public bool AllowUntried { get; init; }

    /// <summary>
    /// Where calls may be proposed to go. Not a threshold: <c>allowedProviders</c> and <c>allowedRegions</c> of
    /// <c>assay.yaml</c>.
    /// </summary>
    public AllowedPlaces Allowed { get; init; } = AllowedPlaces.Any;

    /// <summary>
    /// Tokens a minute that one model unit of Provisioned Throughput serves, by model id; AWS publishes none. Not a
    /// threshold: <c>modelUnitCapacity</c> of <c>assay.yaml</c>.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> ModelUnitCapacity { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The setting that a change waits for which nobody has tried; null once it is there.</summary>
    internal static string? NeedsTrial(LeverOptions options) => options.AllowUntried ? null : "allowUntried";

    /// <summary>Rows with fewer calls in the window are not judged.</summary>
    public long MinimumCalls { get; init; } = 100;

    /// <summary>
    /// Output / prompt below which a workload has high caching potential (AWS's published threshold, as shown by the
    /// aws-samples GenAI operations dashboards).
    /// </summary>
    public decimal CachingOutputToInput { get; init; } = 0.2m;

    /// <summary>Read / (read + write) below which a cache is under-used (the same source).</summary>
    public decimal CachingReuse { get; init; } = 0.5m;

    /// <summary>Read / prompt below which a row counts as not caching.</summary>
    public decimal CachingReadShare { get; init; } = 0.05m;

    /// <summary>Calls an hour below which a five-minute entry would mostly be gone before the next call.</summary>
    public decimal CachingCallsPerHour { get; init; } = 12;

    /// <summary>
    /// What prompts became under ideal five-minute caching on a public chat trace (Mooncake, 12,031 requests): the
    /// share read, and the share written; the rest stays uncached. The low end.
    /// </summary>
    public (decimal Read, decimal Write) CachingLow { get; init; } = (0.293m, 0.685m);

    /// <summary>
    /// The same on a public agent trace (Claude Code, 27,012 requests). The high end; expected is midway.
    /// </summary>
    public (decimal Read, decimal Write) CachingHigh { get; init; } = (0.915m, 0.085m);

    /// <summary>Output tokens a call that "be concise" aims at.</summary>
    public decimal ConciseTarget { get; init; } = 400;

    /// <summary>How far towards the target is expected; all of the way is the high end.</summary>
    public decimal ConciseExpected { get; init; } = 0.5m;

    /// <summary>A cap stands this far above the 99th percentile.</summary>
    public decimal CapMargin { get; init; } = 1.1m;

    /// <summary>Smallest size class (1 micro … 5 frontier) that is worth right-sizing.</summary>
    public int RightSizeFrom { get; init; } = 4;

    /// <summary>
    /// Share of calls that is expected to do as well on the smaller model; all of them is the high end.
    /// </summary>
    public decimal RightSizeExpected { get; init; } = 0.3m;

    /// <summary>
    /// Output tokens a call up to which a task looks easy: then two size classes down are tried, not one.
    /// </summary>
    public decimal EasyOutput { get; init; } = 100;

    /// <summary>
    /// Share of a cascade's calls that is asked again of the larger model: where it does best, expected, and where it
    /// does worst.
    /// </summary>
    public (decimal Low, decimal Expected, decimal High) Escalation { get; init; } = (0.1m, 0.2m, 0.3m);

    /// <summary>Tokens that another vendor's tokenizer makes of the same text, least and most.</summary>
    public (decimal Low, decimal High) TokenRatio { get; init; } = (0.8m, 1.35m);

    /// <summary>A prompt this many times the prompt of the account's median row is long.</summary>
    public decimal TrimOverMedian { get; init; } = 2;

    /// <summary>Prompts below this many tokens are not worth trimming.</summary>
    public decimal TrimFrom { get; init; } = 2_000;

    /// <summary>Share of what is above that mark that goes: expected, and at the high end.</summary>
    public (decimal Expected, decimal High) TrimShare { get; init; } = (0.25m, 0.5m);

    /// <summary>Days with calls below which nothing is made of the hours at which they came.</summary>
    public int ArrivalDays { get; init; } = 3;

    /// <summary>Hours of the day, one after the other, that a burst fits into; an office day does not.</summary>
    public int BurstHours { get; init; } = 4;

    /// <summary>Share of the calls that those hours must hold.</summary>
    public decimal BurstShare { get; init; } = 0.8m;

    /// <summary>Calls of the day's quietest eight hours, of an even third, from which on nobody sleeps.</summary>
    public decimal FlatFrom { get; init; } = 0.75m;

    /// <summary>Calls a day from which on batch is worth its trouble where they are no burst.</summary>
    public decimal BatchCallsPerDay { get; init; } = 10_000;

    /// <summary>Share of a burst that can wait: expected; all of it is the high end.</summary>
    public decimal BurstExpected { get; init; } = 0.5m;

    /// <summary>Share of calls by night as by day that can wait: expected; all of them is the high end.</summary>
    public decimal FlatExpected { get; init; } = 0.25m;

    /// <summary>
    /// Share of the tokens that fit into a reservation by the hour and still spill over, because the minutes of an hour
    /// are uneven: expected; none is the high end.
    /// </summary>
    public decimal ReservedSpill { get; init; } = 0.05m;
}
