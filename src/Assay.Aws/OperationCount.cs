using Assay.Units;

namespace Assay.Aws;

/// <summary>How often one operation was called, and what that costs.</summary>
/// <param name="Metrics">Metrics asked for in all of them; 0 where the operation is not about metrics.</param>
public sealed record OperationCount(AllowedOperation Operation, long Calls, long Metrics, Usd Cost);
