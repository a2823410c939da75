using Assay.Analysis.Replay;

namespace Assay.Analysis.Proofs;

/// <summary>A workload's plans before and after a remedy by itself, low, expected and high.</summary>
public sealed record ReplayedPlans(CallRemedy Remedy, WorkloadEvidence Workload, IReadOnlyList<Plan> After);
