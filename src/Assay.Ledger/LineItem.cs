using Assay.Units;

namespace Assay.Ledgers;

/// <summary>A meter's tokens (or unit-hours) of one kind in one period, priced.</summary>
/// <param name="Kind">A token kind in the ledger's spelling, or <c>provisioned</c>.</param>
/// <param name="Cost">Null where no price is known.</param>
public readonly record struct LineItem(
    int MeterId, DateTimeOffset Ts, string Kind, decimal Quantity, UsdRange? Cost,
    int? WorkloadId = null);
