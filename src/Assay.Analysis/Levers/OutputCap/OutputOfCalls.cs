using System.Globalization;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Wording;

namespace Assay.Analysis.Levers.OutputCap;

/// <summary>Long answers where every answer's length is known.</summary>
internal static class OutputOfCalls
{
    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        new(
            OutputCapLever.Tail,
            Evidence.Measured,
            (calls, bound) => $"mode=cap,margin={Text(calls.Account.Options.CapMargin)}"
                + (bound == Bound.Low ? ",again=yes" : ""),
            (calls, workload) => workload.Facts.MostOutput > CapOf(calls, workload),
            OfTail),
        new(
            OutputCapLever.Verbose,
            Evidence.Assumed,
            (calls, bound) => bound == Bound.Low ? null
                : $"mode=concise,target={Text(calls.Account.Options.ConciseTarget)},share="
                    + Text(bound == Bound.High ? 1 : calls.Account.Options.ConciseExpected),
            (calls, workload) => MeanOf(calls, workload) > calls.Account.Options.ConciseTarget,
            OfVerbose),
    ];

    private static long CapOf(CallEvidence calls, WorkloadEvidence workload) =>
        Math.Max(1, (long)Math.Ceiling(workload.Facts.Output.P99 * calls.Account.Options.CapMargin));

    private static decimal MeanOf(CallEvidence calls, WorkloadEvidence workload) =>
        workload.Plan.Parts.Sum(part => part.Output) / (workload.Facts.Calls * calls.Account.PerMonth);

    private static ProposalWords OfTail(Proof proof)
    {
        var (workload, facts) = (proof.Workload, proof.Workload.Facts);
        var cap = CapOf(proof.Calls, workload);
        return new(
            $"{workload.Name} answers with at most {Count.Of(facts.Output.P99)} tokens in 99 of 100 calls, and with "
                + $"{Count.Of(facts.MostOutput)} at the longest; a cap of {Count.Of(cap)} would bound the tail",
            Asked(workload) + $"Half of the answers have at most {Count.Of(facts.Output.P50)} tokens, 95 of 100 at "
                + $"most {Count.Of(facts.Output.P95)}.",
            [
                $"the cap is the 99th percentile and {Percent.Of(proof.Calls.Account.Options.CapMargin - 1)} more",
                "an answer that is cut is paid up to the cap, and is not asked for again; low: every one is, without "
                    + "a cap",
            ],
            new Remedy(
                $"Ask for at most {cap} tokens, and treat a stop at the maximum as an error.",
                Snippets.For(workload, "OutputCap", "max-tokens", Tokens(cap))),
            proof.Verify);
    }

    private static string Asked(WorkloadEvidence workload)
    {
        var facts = workload.Facts;
        var asks = facts.MedianMaximum is { } maximum
            ? $"Calls ask for up to {Count.Of(maximum)} tokens"
            : "Calls ask for no maximum that is known";
        var without = facts.MedianMaximum is not null && facts.WithoutMaximum > 0
            ? $", {Percent.Of((decimal)facts.WithoutMaximum / facts.Calls)} of them for no maximum"
            : "";
        return $"{asks}{without}; {Count.Of(facts.Stopped)} of {Count.Of(facts.Calls)} stopped because they reached "
            + "it. ";
    }

    private static ProposalWords OfVerbose(Proof proof)
    {
        var (workload, options) = (proof.Workload, proof.Calls.Account.Options);
        return new(
            $"{workload.Name} answers with {Count.Nearest(MeanOf(proof.Calls, workload))} tokens a call; "
                + $"brief answers of about {Count.Of((long)options.ConciseTarget)} would cost less",
            "Output costs several times what input does, and a model that is not told to be brief seldom is.",
            [
                $"assumed: each answer above {Count.Of((long)options.ConciseTarget)} tokens comes "
                    + $"{Percent.Of(options.ConciseExpected)} of the way down to it (expected), or all of it (high)",
                "nobody can measure on answers that were given what shorter ones would have said",
            ],
            new Remedy(
                "Ask for brief answers in the system prompt, or for a fixed schema.",
                Snippets.For(workload, "OutputCap", "concise", Tokens((long)options.ConciseTarget))),
            proof.Verify);
    }

    private static (string, string) Tokens(long count) => ("tokens", count.ToString(CultureInfo.InvariantCulture));

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
