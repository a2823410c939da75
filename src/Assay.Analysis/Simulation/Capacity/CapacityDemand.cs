namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand in equal windows.</summary>
/// <param name="Subject">What it is of.</param>
public sealed record CapacityDemand(string Subject, decimal WindowSeconds, IReadOnlyList<decimal> Amounts);
