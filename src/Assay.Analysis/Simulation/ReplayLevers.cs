using Assay.Analysis.Simulation.Caching;

namespace Assay.Analysis.Simulation;

/// <summary>The levers over calls, in the contract's order.</summary>
public static class ReplayLevers
{
    internal static IReadOnlyList<IReplayLever> All { get; } = [new CachingReplay()];

    public static IReadOnlyList<string> Ids => [.. All.Select(lever => lever.Id)];
}
