using Assay.Diagnostics;

namespace Assay.Usage;

/// <summary>
/// Something a source says about an account: what a reader hands to the ledger, one at a time. The hierarchy is
/// closed; a new kind of fact is a record here, a table in the ledger and a line in its writer.
/// </summary>
public abstract record Fact
{
    private Fact()
    {
    }

    /// <summary>
    /// Counts of one meter in consecutive periods, oldest first. Times are the starts of periods, UTC.
    /// </summary>
    /// <param name="Seconds">Length of each period.</param>
    public sealed record Series(
        Meter Meter, int Seconds, IReadOnlyList<(DateTimeOffset Start, UsageCounts Counts)> Points) : Fact;

    /// <summary>
    /// Per-minute counts of one meter, kept apart from <see cref="Series"/> because both describe the same tokens.
    /// Capacity is sized from them.
    /// </summary>
    public sealed record Demand(Meter Meter, IReadOnlyList<(DateTimeOffset Minute, UsageCounts Counts)> Points) : Fact;

    /// <summary>
    /// Distribution of a per-request metric over a whole window; a statistic that was not given is null.
    /// </summary>
    /// <param name="Metric">CloudWatch's name, as <c>OutputTokenCount</c>.</param>
    public sealed record Distribution(
        Meter Meter, string Metric, Window Window, decimal? P50, decimal? P90, decimal? P99, decimal? Max) : Fact;

    /// <summary>Calls of an agent, by the hour; the model calls are in <see cref="Series"/> too.</summary>
    /// <param name="Alias">ARN; null for an agent that is defined in the call.</param>
    public sealed record AgentSeries(
        string Account, string Region, string Operation, string? Alias, string ModelId, int Seconds,
        IReadOnlyList<AgentCounts> Points) : Fact;

    /// <summary>Requests to a version of a guardrail, by the hour.</summary>
    /// <param name="Guardrail">ARN, or what the metric names it by.</param>
    public sealed record GuardrailSeries(
        string Account, string Region, string Guardrail, string Version, int Seconds,
        IReadOnlyList<GuardrailCounts> Points) : Fact;

    /// <summary>An inference profile of the account, system-defined or its own.</summary>
    /// <param name="Id">The short id that metrics carry.</param>
    /// <param name="ModelArns">The foundation models it routes to, one for each destination Region.</param>
    public sealed record InferenceProfile(
        string Account, string Region, string Id, string Arn, string Name, bool IsApplication,
        IReadOnlyList<string> ModelArns, IReadOnlyDictionary<string, string> Tags) : Fact;

    /// <summary>A provisioned model: capacity that is paid by the hour, used or not.</summary>
    /// <param name="Commitment">Null means none: billed by the hour until deleted.</param>
    public sealed record ProvisionedModel(
        string Account, string Region, string Arn, string Name, string ModelArn, string FoundationModelArn,
        int ModelUnits, string Status, string? Commitment, DateTimeOffset? CommitmentEnds, DateTimeOffset Created,
        IReadOnlyDictionary<string, string> Tags) : Fact;

    /// <summary>A custom or imported model, a deployment of one, or a prompt router.</summary>
    /// <param name="Kind">
    /// <c>custom-model</c>, <c>custom-model-deployment</c>, <c>imported-model</c> or <c>prompt-router</c>.
    /// </param>
    /// <param name="BaseModelArn">What it was made from or routes to; null where the service doesn't say.</param>
    public sealed record DerivedModel(
        string Account, string Region, string Kind, string Arn, string Name, string? BaseModelArn, string? Status,
        DateTimeOffset? Created) : Fact;

    /// <summary>A batch job. Its counters stand apart: whether the metrics hold them too is not documented.</summary>
    public sealed record BatchJob(
        string Account, string Region, string Arn, string Name, string ModelId, string Status,
        DateTimeOffset? Submitted, DateTimeOffset? Ended,
        long? TotalRecords, long? ProcessedRecords, long? SuccessRecords, long? ErrorRecords) : Fact;

    /// <summary>Where invocation logs go; both null means logging is off.</summary>
    public sealed record Logging(
        string Account, string Region, string? LogGroup, string? S3Bucket, string? S3Prefix, bool? Text) : Fact;

    /// <summary>A foundation model as the Region lists it.</summary>
    /// <param name="Status"><c>ACTIVE</c> or <c>LEGACY</c>.</param>
    public sealed record FoundationModel(
        string Account, string Region, string ModelId, string Name, string Provider, string? Status,
        DateTimeOffset? LegacyFrom, DateTimeOffset? EndOfLife) : Fact;

    /// <summary>An applied quota of service code <c>bedrock</c>.</summary>
    public sealed record Quota(
        string Account, string Region, string Code, string Name, decimal Value, bool Adjustable) : Fact;

    /// <summary>What the bill says: one service and usage type on one day.</summary>
    public sealed record Billed(
        string Account, DateOnly Day, string Service, string UsageType, decimal Usd, decimal Quantity) : Fact;

    /// <summary>What was read whole, in part or not at all.</summary>
    public sealed record Read(Coverage Coverage) : Fact;

    /// <summary>Something a person should know about the reading itself.</summary>
    public sealed record Noted(Diagnostic Diagnostic) : Fact;
}
