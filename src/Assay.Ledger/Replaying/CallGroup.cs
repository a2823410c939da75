namespace Assay.Ledgers.Replaying;

/// <summary>What calls have in common that are priced and told alike.</summary>
/// <param name="Meter">A place in the ledger's meters.</param>
/// <param name="Workload">Null where no workload is known.</param>
public sealed record CallGroup(int Meter, int? Workload);
