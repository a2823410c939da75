using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;

namespace Assay.Analysis.Levers;

/// <summary>A change of how models are called: looks at an account and proposes edits of plans.</summary>
public interface ILever
{
    /// <summary>The id of the report contract.</summary>
    string Id { get; }

    /// <summary>Every check that a proposal of it can name.</summary>
    IReadOnlyList<LeverCheck> Checks { get; }

    /// <summary>From what metrics show of the account's rows.</summary>
    IEnumerable<Proposal> Propose(AccountEvidence account);

    /// <summary>
    /// What it does where calls are known. Rows whose calls were made again are then not asked about by
    /// <see cref="Propose"/>.
    /// </summary>
    IReadOnlyList<CallRemedy> OfCalls => [];
}
