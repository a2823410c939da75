using Assay.Analysis.Proofs;
using Assay.Findings;

namespace Assay.Analysis.Replay;

/// <summary>
/// A change that a lever proposes to one row: the words of a finding, and the edit that gives its dollars.
/// </summary>
/// <param name="Lever">A lever id of the report contract.</param>
/// <param name="Row">The row whose plan is edited; its place in the account's rows.</param>
/// <param name="Edit">The plan after the change, for each end of the range.</param>
/// <param name="AvailableFrom">When a commitment ends, before which nothing is saved; null means now.</param>
public sealed record Proposal(
    string Lever,
    string Check,
    int Row,
    Subject Subject,
    Func<Plan, Bound, Plan> Edit,
    Evidence Evidence,
    ProposalWords Words,
    DateTimeOffset? AvailableFrom = null)
{
    /// <summary>A setting that has to allow it before it counts; null means nothing has to.</summary>
    public string? Needs { get; init; }

    /// <summary>What tells the row from others of the same model id; it is part of the finding's id.</summary>
    public IReadOnlyList<string> Split { get; init; } = [];

    /// <summary>Who is asked to act; null where that is the row's owner, or nobody's.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// Of a workload whose calls were made again: the plans that came of it, which then stand for
    /// <see cref="Edit"/>. Null for rows whose calls are not known.
    /// </summary>
    public Proof? Replayed { get; init; }

    public bool IsCounted => AvailableFrom is null && Needs is null;
}

/// <param name="Title">One sentence with the number in it.</param>
public sealed record ProposalWords(
    string Title, string Reason, IReadOnlyList<string> Assumptions, Remedy Remedy, string Verify);
