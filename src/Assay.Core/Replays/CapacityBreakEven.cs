namespace Assay.Replays;

/// <summary>A point of the break-even curve.</summary>
/// <param name="Utilisation">Share of the capacity that is used.</param>
/// <param name="CostRatio">Its cost, of what the same demand costs on demand.</param>
public sealed record CapacityBreakEven(decimal Utilisation, decimal CostRatio);
