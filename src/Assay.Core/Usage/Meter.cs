using Assay.Models;

namespace Assay.Usage;

/// <summary>Which of Bedrock's two inference endpoints served the calls; their telemetry is separate.</summary>
public enum Endpoint
{
    /// <summary><c>bedrock-runtime</c>: namespace <c>AWS/Bedrock</c>, invocation logs.</summary>
    Runtime,

    /// <summary><c>bedrock-mantle</c>: namespace <c>AWS/BedrockMantle</c>, projects, no invocation logs.</summary>
    Mantle,
}

/// <summary>Where usage was learnt from. For one account, Region, model and hour only one source counts.</summary>
public enum UsageSource
{
    Metrics,
    Calls,
}

/// <summary>
/// One stream of usage that never overlaps another: what a row of the report is made of. Where a source tells a
/// model's tiers or projects apart, each part is a meter and what remains of the total is one more.
/// </summary>
/// <param name="Account">Twelve digits.</param>
/// <param name="Region">The source Region: where the call was sent, not where it was processed.</param>
/// <param name="ModelId">As the metric or the log gives it; an ARN is kept whole.</param>
/// <param name="Tier">The tier that served the calls; null where the source can't tell.</param>
/// <param name="LongContext">
/// True where the source says these tokens are of the long-context band; null if it can't tell.
/// </param>
/// <param name="Project">The mantle project; null elsewhere.</param>
public sealed record Meter(
    string Account,
    string Region,
    Endpoint Endpoint,
    string ModelId,
    UsageSource Source = UsageSource.Metrics,
    ServiceTier? Tier = null,
    bool? LongContext = null,
    string? Project = null);
