using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Findings;

namespace Assay.Analysis.Proofs;

/// <summary>
/// What a lever does where calls are known: they are made again, otherwise, and both ways are priced.
/// </summary>
/// <param name="Check">One of the lever's checks.</param>
/// <param name="Request">
/// Options of the lever's replay at each end of the range, as <c>assay replay</c> takes them; null where nothing is
/// done at that end.
/// </param>
/// <param name="Applies">Whether it is worth proposing to a workload at all.</param>
/// <param name="Words">What the finding says.</param>
public sealed record CallRemedy(
    string Check,
    Evidence Evidence,
    Func<CallEvidence, Bound, string?> Request,
    Func<CallEvidence, WorkloadEvidence, bool> Applies,
    Func<Proof, ProposalWords> Words)
{
    /// <summary>A setting that has to allow it before it counts; null means nothing has to.</summary>
    public Func<LeverOptions, string?> Needs { get; init; } = _ => null;

    /// <summary>
    /// Its words also tell what it saves once prompts are cached, for levers that shorten what a cache makes cheap.
    /// </summary>
    public bool IsSeenBehindCaching { get; init; }

    /// <summary>What <c>assay replay --lever</c> takes to show the expected saving again.</summary>
    internal string Asked(string lever, CallEvidence calls, Bound bound) => Request(calls, bound) switch
    {
        null => "",
        "" => lever,
        var options => $"{lever}:{options}",
    };
}
