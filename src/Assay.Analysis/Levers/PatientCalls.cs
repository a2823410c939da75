using System.Globalization;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers;

/// <summary>
/// Workloads for whose answers nobody seems to wait: they come as a job's calls do, and are not streamed. Flex or
/// batch, whichever costs less; at one price flex.
/// </summary>
internal static class PatientCalls
{
    /// <summary>The remedies of a tier, for bursts and for calls that come by night as by day.</summary>
    public static IReadOnlyList<CallRemedy> Of(
        ServiceTier tier, string check, Func<Proof, ArrivalPattern, ProposalWords> words) =>
        [Remedy(tier, check, ArrivalShape.Burst, words), Remedy(tier, check, ArrivalShape.Flat, words)];

    /// <summary>What makes it look so, a sentence.</summary>
    public static string Signs(WorkloadEvidence workload)
    {
        var facts = workload.Facts;
        return (facts.Streamed == 0
                ? "No answer is streamed"
                : $"{Percent.Of((decimal)facts.Streamed / facts.Calls)} of the answers are streamed")
            + $", and {Percent.Of((decimal)facts.FollowUps / facts.Calls)} of the calls go on with a conversation.";
    }

    /// <summary>What all its tokens would cost at the tier, of what they cost.</summary>
    public static decimal CostShare(Proof proof) =>
        Ratio.Of(proof.Cost(proof.After[(int)Bound.High]).Amount, proof.Cost(proof.Before).Amount) ?? 1;

    public static string Assumption(LeverOptions options, ArrivalPattern pattern) =>
        $"expected: {Percent.Of(ExpectedOf(options, pattern.Shape))} of the calls can wait, an even share of them; "
            + "high: all; low: none";

    private static decimal ExpectedOf(LeverOptions options, ArrivalShape shape) =>
        shape == ArrivalShape.Burst ? options.BurstExpected : options.FlatExpected;

    private static CallRemedy Remedy(
        ServiceTier tier, string check, ArrivalShape shape, Func<Proof, ArrivalPattern, ProposalWords> words) => new(
        check,
        Evidence.Assumed,
        (calls, bound) => bound switch
        {
            Bound.Low => null,
            Bound.Expected => string.Create(
                CultureInfo.InvariantCulture, $"share={ExpectedOf(calls.Account.Options, shape):0.####}"),
            _ => "",
        },
        (calls, workload) => PatternOf(calls, workload) is { } pattern && pattern.Shape == shape
            && TierMove.Cheapest(calls.Account, workload.Plan, CanBatch(calls, workload, pattern))?.Tier == tier,
        proof => words(proof, PatternOf(proof.Calls, proof.Workload)!));

    private static ArrivalPattern? PatternOf(CallEvidence calls, WorkloadEvidence workload) =>
        workload.Facts.Streamed * 2 > workload.Facts.Calls
        || workload.Plan.Parts.Any(part => part.Key.Tier != ServiceTier.Standard)
            ? null
            : ArrivalPattern.Of(calls.Account, workload.Arrivals);

    /// <summary>Batch takes no tools, and a conversation would wait a day for every turn.</summary>
    private static bool CanBatch(CallEvidence calls, WorkloadEvidence workload, ArrivalPattern pattern) =>
        pattern.FillsBatches(calls.Account.Options) && !workload.Facts.OffersTools
        && workload.Facts.FollowUps * 2 <= workload.Facts.Calls;
}
