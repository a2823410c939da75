namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Input or output of the Reserved tier.</summary>
/// <param name="Capacity">US dollars of one token a minute, reserved for one window.</param>
/// <param name="Worth">US dollars of one token a minute that is served on demand for one window.</param>
/// <param name="Minimum">The least that is sold, in tokens a minute.</param>
internal sealed record LanePrice(decimal Capacity, decimal Worth, long Minimum);
