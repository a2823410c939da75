using Assay.Analysis.Simulation.Caching;
using Assay.Analysis.Simulation.Context;
using Assay.Analysis.Simulation.Moves;
using Assay.Analysis.Simulation.Output;
using Assay.Analysis.Simulation.Repeats;
using Assay.Models;

namespace Assay.Analysis.Simulation;

/// <summary>The levers over calls, in the contract's order.</summary>
public static class ReplayLevers
{
    internal static IReadOnlyList<IReplayLever> All { get; } =
    [
        new DeduplicateReplay(), new ContextReplay(), new RightSizingReplay(), new CascadeReplay(),
        new ScopeReplay(), new CachingReplay(), new OutputReplay(), new TierReplay("service-tier", ServiceTier.Flex),
        new TierReplay("batch", ServiceTier.Batch),
    ];

    public static IReadOnlyList<string> Ids => [.. All.Select(lever => lever.Id)];
}
