using Assay.Analysis.Simulation.Caching;
using Assay.Findings;
using Assay.Replays;

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
    /// <summary>What drives the range of its saving; empty where calls show all of it.</summary>
    public IReadOnlyList<Unsure> Unsure { get; init; } = [];

    /// <summary>
    /// The step as it is with other values of what is <see cref="Unsure"/>, and all else as it was chosen; null where
    /// the lever is to be settled anew.
    /// </summary>
    public Func<LeverRequest, IReplayStep>? MakeAt { get; init; }

    /// <summary>What workloads would cost on other models; empty for other levers, and where nobody asked.</summary>
    public IReadOnlyList<ReplayCandidate> Candidates { get; init; } = [];

    /// <summary>Whether calls show what it saves, or something had to be supposed.</summary>
    public Evidence Evidence { get; init; } = Evidence.Measured;

    /// <summary>Where caching was settled for a group of calls; null for other levers.</summary>
    public Func<int, CacheAdvice?> Advice { get; init; } = _ => null;
}
