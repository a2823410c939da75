using Assay.Analysis.Simulation.Caching;

namespace Assay.Analysis.Simulation;

/// <summary>A lever with its options settled.</summary>
/// <param name="Make">A step that has seen no call yet.</param>
/// <param name="Rates">Prices of the cache that stand in for the book's; null for the book's.</param>
internal sealed record ReplayPlan(
    string Lever,
    IReadOnlyList<(string Name, string Value)> Options,
    IReadOnlyList<string> Assumptions,
    Func<IReplayStep> Make,
    CacheRates? Rates = null)
{
    /// <summary>Where caching was settled for a group of calls; null for other levers.</summary>
    public Func<int, CacheAdvice?> Advice { get; init; } = _ => null;
}
