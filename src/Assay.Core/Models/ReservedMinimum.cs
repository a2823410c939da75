namespace Assay.Models;

/// <summary>The least a reservation of the Reserved tier may be, in tokens a minute.</summary>
public sealed record ReservedMinimum(long InputTpm, long OutputTpm);
