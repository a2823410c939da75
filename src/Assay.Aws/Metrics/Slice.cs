using Assay.Models;
using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>
/// What one set of dimensions is about: a model's total, or a part of it by tier, by long context or by project.
/// Parts describe tokens that the total describes too.
/// </summary>
internal sealed record Slice(Endpoint Endpoint, string ModelId)
{
    public ServiceTier? Tier { get; init; }

    public bool IsLongContext { get; init; }

    public string? Project { get; init; }

    public bool IsTotal => Parent is null;

    /// <summary>What this is a part of.</summary>
    public Slice? Parent =>
        IsLongContext ? this with { IsLongContext = false }
        : Tier is not null || Project is not null ? new Slice(Endpoint, ModelId)
        : null;

    /// <returns>Null where the dimensions are not ones that Assay can place.</returns>
    public static Slice? Of(SeriesKey series) =>
        series.Space == MetricNames.Runtime ? OfRuntime(series) : OfMantle(series);

    private static Slice? OfRuntime(SeriesKey series) => series.Dimensions switch
    {
        [("ModelId", var model)] => new Slice(Endpoint.Runtime, model),
        [("ModelId", var model), ("ResolvedServiceTier", var tier), ("ServiceTier", _)] =>
            TierOf(tier) is { } known ? new Slice(Endpoint.Runtime, model) { Tier = known } : null,
        [("ContextWindow", _), ("ModelId", var model), ("ResolvedServiceTier", var tier), ("ServiceTier", _)] =>
            TierOf(tier) is { } known
                ? new Slice(Endpoint.Runtime, model) { Tier = known, IsLongContext = true }
                : null,
        _ => null,
    };

    private static Slice? OfMantle(SeriesKey series) => series.Dimensions switch
    {
        [("Model", var model)] => new Slice(Endpoint.Mantle, model),
        [("Model", var model), ("Project", var project)] => new Slice(Endpoint.Mantle, model) { Project = project },
        _ => null,
    };

    private static ServiceTier? TierOf(string resolved) => resolved.ToLowerInvariant() switch
    {
        "default" or "standard" => ServiceTier.Standard,
        "flex" => ServiceTier.Flex,
        "priority" => ServiceTier.Priority,
        "reserved" => ServiceTier.Reserved,
        _ => null,
    };
}
