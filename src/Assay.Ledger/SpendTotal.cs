using Assay.Units;

namespace Assay.Ledgers;

/// <summary>What a model id cost in an account and Region.</summary>
/// <param name="Cost">Null where any of it has no price.</param>
public sealed record SpendTotal(string Account, string Region, string ModelId, string? Model, Usd? Cost);
