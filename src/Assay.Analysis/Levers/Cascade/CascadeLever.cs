using System.Globalization;
using Assay.Analysis.Levers.ModelRightSizing;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.Cascade;

/// <summary>
/// A smaller model first, the larger one for what the smaller can't: for workloads that do not look easy enough to move
/// as a whole. How many calls would be asked again no price and no log shows, so it counts in no total until somebody
/// says that it was tried.
/// </summary>
public sealed class CascadeLever : ILever
{
    public const string Untried = "cascade-untried";

    public string Id => "cascade";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfCalls(Untried, "A smaller model could answer first, and the larger one what it can't") with
        {
            Effort = Effort.High,
        },
    ];

    public IReadOnlyList<CallRemedy> OfCalls { get; } =
    [
        new(Untried, Evidence.Assumed, Asked, Applies, Words) { Needs = LeverOptions.NeedsTrial },
    ];

    public IEnumerable<Proposal> Propose(AccountEvidence account) => [];

    private static bool Applies(CallEvidence calls, WorkloadEvidence workload) =>
        workload.Row.Key?.Scope != RoutingScope.Provisioned
        && workload.Model.Size >= calls.Account.Options.RightSizeFrom
        && !workload.LooksEasy(calls.Account.Options);

    private static string Asked(CallEvidence calls, Bound bound) => string.Create(
        CultureInfo.InvariantCulture,
        $"to=sibling,escalate={EscalationAt(calls.Account.Options, bound):0.####},check=1,")
        + $"ratio={RightSizingOfCalls.RatioAt(calls.Account.Options, bound)}";

    private static decimal EscalationAt(LeverOptions options, Bound bound) => bound switch
    {
        Bound.Low => options.Escalation.High,
        Bound.Expected => options.Escalation.Expected,
        _ => options.Escalation.Low,
    };

    private static ProposalWords Words(Proof proof)
    {
        var (workload, account) = (proof.Workload, proof.Calls.Account);
        var replayed = proof.Expected.Parts.Any(part => IsSmall(proof, part))
            ? proof.Expected
            : proof.After[(int)Bound.High];
        var to = replayed.Parts.First(part => IsSmall(proof, part)).Key;
        var small = account.Book.Catalogue.Find(to.Model)!;
        var share = Ratio.Of(proof.Cost(proof.Expected).Amount, proof.Cost(proof.Before).Amount) ?? 0;
        return new(
            $"{workload.Name}: first {small.Name}, and {Percent.Of(account.Options.Escalation.Expected)} asked again, "
                + $"would cost {Percent.Of(share)} of {Money.Of(proof.Cost(proof.Before))} a month",
            $"{RightSizingOfCalls.Ease(proof)} {Sensitivity(proof, replayed)} "
                + RightSizingOfCalls.OnOtherModels(account, workload),
            [
                "expected cost = small + check + escalation × large: every call is asked of the smaller model, its "
                    + "answer is checked by another call of it, and what does not pass is asked again",
                "which calls escalate is not known; an even share was replayed: "
                    + string.Join(", ", Bounds.All.Select(bound =>
                        $"{Percent.Of(EscalationAt(account.Options, bound))} ({Name(bound)})")),
                RightSizingOfCalls.Tokenizers(account, workload, small),
                "it is in no total, because what is missing is the rate itself: answers of both models to a sample of "
                    + "these calls, and a check that tells the good from the bad",
            ],
            new Remedy(
                $"On a sample, let {small.Name} answer and check itself, and count what the check lets through that is "
                    + "wrong and what it sends back; then route.",
                Snippets.For(
                    workload, "Cascade", "escalate",
                    ("small", CallIds.Of(account, workload.Row.Row.Account, to)))),
            proof.Verify);
    }

    /// <summary>What does not depend on the rate, what a point of it costs, and where it stops to pay.</summary>
    private static string Sensitivity(Proof proof, Plan replayed)
    {
        var large = proof.Cost(proof.Before);
        var first = proof.Cost(replayed with { Parts = [.. replayed.Parts.Where(part => IsSmall(proof, part))] });
        var breakEven = 1 - (Ratio.Of(first.Amount, large.Amount) ?? 1);
        return $"The smaller model and the check would cost {Money.Of(first)}, and each point asked again "
            + $"{Money.Of(large * 0.01m)}: it pays below {Percent.Of(Math.Max(breakEven, 0))}.";
    }

    private static bool IsSmall(Proof proof, Part part) => part.Key.Model != proof.Workload.Model.Id;

    private static string Name(Bound bound) => bound switch
    {
        Bound.Low => "low",
        Bound.Expected => "expected",
        _ => "high",
    };
}
