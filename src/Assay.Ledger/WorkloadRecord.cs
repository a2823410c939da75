namespace Assay.Ledgers;

/// <summary>A workload as the ledger keeps it.</summary>
/// <param name="Slug">Its id: made of caller, model and tools.</param>
public sealed record WorkloadRecord(
    int Id, string Slug, string Name, string Account, string? Caller, string? Model, string? Tools, string? Owner);
