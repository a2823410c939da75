using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.Deduplicate;

/// <summary>
/// Calls whose whole prompt was answered before. Metrics can't show them, so it looks at calls only.
/// </summary>
public sealed class DeduplicateLever : ILever
{
    public const string Repeated = "calls-repeated";

    public string Id => "deduplicate";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfCalls(Repeated, "Prompts are sent again that were answered before") with
        {
            Effort = Effort.Medium,
        },
    ];

    public IReadOnlyList<CallRemedy> OfCalls { get; } =
    [
        new(
            Repeated,
            Evidence.Measured,
            (_, bound) => bound == Bound.Low ? "within=1h" : "within=24h",
            (_, _) => true,
            Words),
    ];

    public IEnumerable<Proposal> Propose(AccountEvidence account) => [];

    private static ProposalWords Words(Proof proof)
    {
        var workload = proof.Workload;
        var share = Ratio.Of(proof.Saved(Bound.Expected).Amount, proof.Cost(proof.Before).Amount) ?? 0;
        return new(
            $"{workload.Name} spends {Percent.Of(share)} of its cost on prompts that the same model answered within "
                + "a day",
            "The whole prompt is the same, to the last token. Retries after a time-out, jobs that run twice and pages "
                + "that ask on every view are the usual causes.",
            [
                "low: an answer serves again for an hour; expected and high: for a day",
                "temperature and other settings of the call are not compared; a caller that wants another answer each "
                    + "time wants these calls",
            ],
            new Remedy(
                "Keep answers by a hash of the request for as long as they hold, and look there first.",
                Snippets.For(workload, "Deduplicate", "store")),
            proof.Verify);
    }
}
