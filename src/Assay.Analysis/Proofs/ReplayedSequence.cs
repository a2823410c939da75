using Assay.Analysis.Replay;

namespace Assay.Analysis.Proofs;

/// <summary>All counted remedies one after the other, replayed: what the waterfall takes for workloads.</summary>
/// <param name="Plans">
/// The plan of a proposal's workload before and after it, on what those before it left: low, expected and high.
/// </param>
/// <param name="Rows">Plans of the report's rows after a lever, for each end of the range; by the row's place.</param>
public sealed record ReplayedSequence(
    IReadOnlyDictionary<Proposal, IReadOnlyList<(Plan Before, Plan After)>> Plans,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<int, Plan>>> Rows);
