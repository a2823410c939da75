using Assay.Analysis.Replay;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Levers;

/// <summary>One row of the report with what levers ask about it.</summary>
/// <param name="Index">Its place among the account's rows.</param>
/// <param name="Key">What its price depends on; null where the model or the scope is unknown.</param>
/// <param name="Plan">How it is called now, for a month; null where it has no price.</param>
/// <param name="Input">Distribution of input tokens a call; null where the metric carries none.</param>
/// <param name="Output">Distribution of output tokens a call; null where the metric carries none.</param>
/// <param name="ActiveHours">Hours with at least one call.</param>
/// <param name="CallId">
/// What a caller passes as <c>modelId</c>: metrics shorten the ARN of an application profile.
/// </param>
public sealed record RowEvidence(
    int Index,
    ModelRow Row,
    CatalogueModel? Model,
    PriceKey? Key,
    Plan? Plan,
    Fact.Distribution? Input,
    Fact.Distribution? Output,
    long ActiveHours,
    string CallId)
{
    /// <summary>When its calls came; null where that is not known by the hour.</summary>
    public ArrivalTotal? Arrivals { get; init; }

    /// <summary>Its plan is made of single calls, which levers can make again.</summary>
    public bool IsReplayed { get; init; }

    public long Calls => Row.Invocations ?? 0;

    public decimal Prompt =>
        (Row.InputTokens?.Count ?? 0) + (Row.CacheReadTokens?.Count ?? 0) + (Row.CacheWriteTokens?.Count ?? 0);

    public decimal? PromptPerCall => Ratio.Of(Prompt, Row.Invocations);

    public decimal? OutputPerCall => Row.Ratios.OutputPerInvocation;

    public decimal? CallsPerActiveHour => Ratio.Of(Row.Invocations, ActiveHours);

    /// <summary>The name a person knows the row by.</summary>
    public string Name => Row.Profile is { } profile
        ? $"{profile.Name} ({Row.ModelName ?? Row.ModelId})"
        : Row.ModelName ?? Row.ModelId;

    public string Where => Row.Region;
}
