using Assay.Analysis.Levers;

namespace Assay.Analysis.Proofs;

/// <summary>The calls of an account as levers see them, workload by workload, dearest first.</summary>
/// <param name="Lanes">Regions that processed calls: as many caches, if each Region has its own.</param>
public sealed record CallEvidence(AccountEvidence Account, IReadOnlyList<WorkloadEvidence> Workloads, int Lanes);
