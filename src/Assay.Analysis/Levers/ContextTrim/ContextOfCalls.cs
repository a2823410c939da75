using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Wording;

namespace Assay.Analysis.Levers.ContextTrim;

/// <summary>Prompts that could be shorter, where their blocks are known.</summary>
internal static class ContextOfCalls
{
    private const int Turns = 10;

    private const int FewTurns = 5;

    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        new(
            ContextTrimLever.UnusedTools,
            Evidence.Measured,
            (calls, _) => $"mode=tools,least={calls.Account.Options.MinimumCalls}",
            (_, workload) => workload.Facts.OffersTools,
            OfTools) { IsSeenBehindCaching = true },
        new(
            ContextTrimLever.Repeated, Evidence.Measured, (_, _) => "mode=repeats", (_, _) => true, OfRepeats)
        {
            Needs = LeverOptions.NeedsTrial,
            IsSeenBehindCaching = true,
        },
        new(
            ContextTrimLever.History,
            Evidence.Assumed,
            (_, bound) => bound switch
            {
                Bound.Low => null,
                Bound.Expected => $"mode=turns,turns={Turns}",
                _ => $"mode=turns,turns={FewTurns}",
            },
            (_, workload) => workload.Facts.FollowUps > 0,
            OfHistory)
        {
            Needs = LeverOptions.NeedsTrial,
            IsSeenBehindCaching = true,
        },
    ];

    private static ProposalWords OfRepeats(Proof proof)
    {
        var (workload, dropped) = (proof.Workload, Dropped(proof, proof.Expected));
        return new(
            $"{workload.Name} sends blocks that its prompt holds already: {Percent.Of(dropped / workload.Prompt)} of "
                + "its prompt",
            $"{Count.Nearest(dropped)} tokens a month are texts and results of tools that stand in the same prompt "
                + $"before.{proof.BehindCaching}",
            [
                "replayed without the second and later ones of 400 bytes and more; what the model itself said stays",
                "answers stay as they are; the risk is a reminder that is repeated on purpose, so it is in no total",
                "low, expected and high are the same: they are not sent",
            ],
            new Remedy(
                "Send a document or result once, and refer to it afterwards.",
                Snippets.For(workload, "ContextTrim", "once")),
            proof.Verify);
    }

    private static ProposalWords OfTools(Proof proof)
    {
        var (workload, dropped) = (proof.Workload, Dropped(proof, proof.Expected));
        return new(
            $"{workload.Name} sends tools that no answer used: {Percent.Of(dropped / workload.Prompt)} of its prompt",
            $"In {Count.Of(workload.Facts.Calls, "call")} no answer called them; {Count.Nearest(dropped)} tokens a "
                + $"month define them all the same.{proof.BehindCaching}",
            [
                "replayed without these tools, all else as it was; answers stay as they are",
                "the risk is the one rare call that would have used one",
                "low, expected and high are the same: they are not sent",
            ],
            new Remedy(
                "Send only the tools that a step can use.",
                Snippets.For(workload, "ContextTrim", "tools")),
            proof.Verify);
    }

    private static ProposalWords OfHistory(Proof proof)
    {
        var (workload, dropped) = (proof.Workload, Dropped(proof, proof.Expected));
        return new(
            $"{workload.Name} sends whole conversations again: {Percent.Of(dropped / workload.Prompt)} of its prompt "
                + $"is older than the last {Turns} turns",
            "Every turn is paid again with every later one. A window that moves also changes the prompt right after "
                + $"the system prompt, so a cache then reads less.{proof.BehindCaching}",
            [
                $"expected: the last {Turns} turns are sent; high: the last {FewTurns}; low: nothing changes",
                "the tokens are replayed; that answers stay as good is not shown by them: the risk is what earlier "
                    + "turns said and the model no longer knows",
            ],
            new Remedy(
                "Send the last turns and a short summary of the earlier ones, and compare answers on a sample first.",
                Snippets.For(workload, "ContextTrim", "window")),
            proof.Verify);
    }

    private static decimal Dropped(Proof proof, Plan after) =>
        proof.Workload.Prompt - after.Parts.Sum(part => part.Prompt);
}
