using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Pricing;
using Assay.Wording;

namespace Assay.Analysis.Levers.ServiceTiers;

/// <summary>
/// The price of not waiting: calls that could wait on the standard tier, calls on the priority tier at hours when there
/// is nothing to get ahead of.
/// </summary>
public sealed class ServiceTiersLever : ILever
{
    public const string Flex = "flex-candidate";

    public const string Priority = "priority-overuse";

    private const string WhatToDo = "Call at the flex tier what nobody waits for.";

    public string Id => "service-tier";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfArrivals(Flex, "Calls that can wait are paid at the standard tier"),
        LeverCheck.OfArrivals(Priority, "Calls are paid at the priority tier while it is quiet").And(UntoldTier),
    ];

    public IReadOnlyList<CallRemedy> OfCalls { get; } = PatientCalls.Of(ServiceTier.Flex, Flex, Words);

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        foreach (var row in account.Judged)
        {
            if (TierMove.OfPatient(account, row) is { Tier: ServiceTier.Flex } flex
                && ArrivalPattern.Of(account, row.Arrivals) is { } pattern)
            {
                yield return FlexOf(account, row, flex, pattern);
            }

            if (row is { Key.Tier: ServiceTier.Priority, Arrivals: { Quiet: > 0 } arrivals }
                && arrivals.Days >= account.Options.ArrivalDays
                && TierMove.Of(account, row.Plan!, ServiceTier.Standard) is { } standard)
            {
                yield return PriorityOf(account, row, standard, (decimal)arrivals.Quiet / arrivals.ByHour.Sum());
            }
        }
    }

    /// <summary>Calls at the priority tier would hide in a row whose tier is not told.</summary>
    private static string? UntoldTier(RowEvidence row) =>
        row.Row.CostBasis.Contains(Pricer.TierAssumed) ? "its calls are not told apart by tier" : null;

    private Proposal FlexOf(AccountEvidence account, RowEvidence row, TierMove move, ArrivalPattern pattern)
    {
        var batch = TierMove.Of(account, row.Plan!, ServiceTier.Batch);
        return new(
            Id, Flex, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            (plan, bound) => TierMove.Moved(
                account, plan, ServiceTier.Flex, BoundShare.Of(bound, pattern.Expected(account.Options), pattern.High)),
            Evidence.Assumed,
            new(
                $"{row.Name} in {row.Where} {pattern.Words}; at the flex tier its tokens would cost "
                    + $"{Percent.Of(move.CostShare)} of what they cost",
                "Flex answers the same call later when it is busy; it is one parameter of the call."
                    + (batch is null ? "" : $" Batch would cost {Percent.Of(batch.CostShare)}: either, not both."),
                [
                    pattern.Assumption(account.Options),
                    "metrics do not show who waits for an answer",
                    .. row.Row.CostBasis.Contains(Pricer.TierAssumed)
                        ? ["the tier of these calls is not told: they are taken for standard"]
                        : Array.Empty<string>(),
                    .. row.Row.CacheReadTokens is { Count: > 0 }
                        ? ["cached tokens without a price at the flex tier are reckoned as input"]
                        : Array.Empty<string>(),
                ],
                new Remedy(
                    WhatToDo,
                    Snippets.For(row, "ServiceTiers", "tier", ("before", "default"), ("tier", "flex"))),
                VerifyCommand.Sum(row.Row, account.Window, "Invocations")));
    }

    private static ProposalWords Words(Proof proof, ArrivalPattern pattern)
    {
        var workload = proof.Workload;
        return new(
            $"{workload.Name} {pattern.Words}; at the flex tier its tokens would cost "
                + $"{Percent.Of(PatientCalls.CostShare(proof))} of what they cost",
            $"{PatientCalls.Signs(workload)} Flex answers the same call later when it is busy; it is one parameter of "
                + "the call.",
            [
                PatientCalls.Assumption(proof.Calls.Account.Options, pattern),
                "no log shows who waits for an answer",
                "a call that is turned away is made again at no cost",
            ],
            new Remedy(
                WhatToDo,
                Snippets.For(workload, "ServiceTiers", "tier", ("before", "default"), ("tier", "flex"))),
            proof.Verify);
    }

    /// <param name="quiet">Share of the calls in hours of at most half of the busiest hour's.</param>
    private Proposal PriorityOf(AccountEvidence account, RowEvidence row, TierMove move, decimal quiet) => new(
        Id, Priority, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
        (plan, bound) => TierMove.Moved(account, plan, ServiceTier.Standard, BoundShare.Of(bound, quiet)),
        Evidence.Assumed,
        new(
            $"{row.Name} in {row.Where} makes {Percent.Of(quiet)} of its {Count.Of(row.Calls)} priority calls "
                + "while it is quiet; the standard tier would cost "
                + $"{Percent.Of(move.CostShare)} of what they cost",
            "The priority tier puts a call before others when the service is busy. Quiet is an hour with at most half "
                + "of the calls of the busiest one.",
            [
                "expected: the calls of quiet hours go to the standard tier; high: all calls; low: none",
                "metrics do not show how long the same calls would take at the standard tier: try it on a share",
            ],
            new Remedy(
                "Call at the standard tier unless a person waits and latency rises.",
                Snippets.For(row, "ServiceTiers", "tier", ("before", "priority"), ("tier", "default"))),
            VerifyCommand.Sum(row.Row, account.Window, "Invocations")));
}
