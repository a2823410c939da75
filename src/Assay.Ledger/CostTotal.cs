using Assay.Units;

namespace Assay.Ledgers;

/// <summary>Dollars of one meter and kind over a window.</summary>
/// <param name="Unpriced">The part of <paramref name="Quantity"/> that has no price.</param>
public sealed record CostTotal(int MeterId, string Kind, decimal Quantity, UsdRange? Cost, decimal Unpriced);
