using Assay.Reports;
using Assay.Units;

namespace Assay.Analysis.Replay;

/// <param name="Savings">Dollars a month of every proposal that could be priced.</param>
/// <param name="Sequence">
/// The plan of a proposal's row before and after it, on what the levers before it left: low, expected and high. Empty
/// for what waits for a commitment or a decision.
/// </param>
/// <param name="Steps">What each lever takes off what the levers before it left.</param>
/// <param name="Total">All of them: expected is the steps' sum, and no end is more than is paid.</param>
public sealed record WaterfallResult(
    IReadOnlyDictionary<Proposal, (UsdRange Standalone, UsdRange InSequence)> Savings,
    IReadOnlyDictionary<Proposal, IReadOnlyList<(Plan Before, Plan After)>> Sequence,
    IReadOnlyList<WaterfallStep> Steps,
    UsdRange Total);
