using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Levers.Batch;

/// <summary>
/// Calls that come as a job's do, on a model that is sold in batch for less. Batch has no caching, so what an earlier
/// lever or the account itself caches is input again; where that costs more, nothing is moved.
/// </summary>
public sealed class BatchLever : ILever
{
    public const string Candidate = "batch-candidate";

    private const string WhatItIs = "A batch job takes files of requests from S3 and answers within 24 hours or more. "
        + "It has no prompt caching, no tools and no structured output.";

    private const string WhatToDo =
        "Collect what nobody waits for into a file of requests and start a batch job of it.";

    public string Id => "batch";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfArrivals(Candidate, "Calls that come as a job's do are paid as if somebody waited for them") with
        {
            Effort = Effort.Medium,
        },
    ];

    public IReadOnlyList<CallRemedy> OfCalls { get; } = PatientCalls.Of(ServiceTier.Batch, Candidate, Words);

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        foreach (var row in account.Judged)
        {
            if (TierMove.OfPatient(account, row) is { Tier: ServiceTier.Batch } move
                && ArrivalPattern.Of(account, row.Arrivals) is { } pattern)
            {
                yield return Of(account, row, move, pattern);
            }
        }
    }

    private Proposal Of(AccountEvidence account, RowEvidence row, TierMove move, ArrivalPattern pattern)
    {
        var id = row.Row.Endpoint == Endpoint.Mantle
            ? CallIds.Of(account, row.Row.Account, row.Key!)
            : row.CallId;
        return new(
            Id, Candidate, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            (plan, bound) => TierMove.Moved(
                account, plan, ServiceTier.Batch,
                BoundShare.Of(bound, pattern.Expected(account.Options), pattern.High)),
            Evidence.Assumed,
            new(
                $"{row.Name} in {row.Where} {pattern.Words}; in batch its tokens would cost "
                    + $"{Percent.Of(move.CostShare)} of what they cost",
                WhatItIs,
                [.. Assumptions(account, row, pattern)],
                new Remedy(
                    WhatToDo,
                    Snippets.For(row, "Batch", "job", ("modelId", id))),
                VerifyCommand.Sum(row.Row, account.Window, "Invocations")));
    }

    private static ProposalWords Words(Proof proof, ArrivalPattern pattern)
    {
        var workload = proof.Workload;
        return new(
            $"{workload.Name} {pattern.Words}; in batch its tokens would cost "
                + $"{Percent.Of(PatientCalls.CostShare(proof))} of what they cost",
            $"{PatientCalls.Signs(workload)} {WhatItIs}",
            [
                PatientCalls.Assumption(proof.Calls.Account.Options, pattern),
                "no log shows who waits for an answer",
                "replayed on the calls: what was cached is input in batch",
            ],
            new Remedy(
                WhatToDo,
                Snippets.For(workload, "Batch", "job")),
            proof.Verify);
    }

    private static IEnumerable<string> Assumptions(AccountEvidence account, RowEvidence row, ArrivalPattern pattern)
    {
        yield return pattern.Assumption(account.Options);
        yield return "metrics do not show who waits for an answer, nor which calls use tools";
        if (row.Row.CacheReadTokens is { Count: > 0 } read)
        {
            yield return $"{Count.Of(read)} tokens read from cache in the window are paid as input in batch";
        }

        if (account.Inventory.BatchJobs.Any(job => job.Account == row.Row.Account && job.Region == row.Row.Region
            && account.Book.Catalogue.Find(ModelResolver.ShortId(job.ModelId))?.Id == row.Model!.Id))
        {
            yield return "batch jobs of this model run here already: "
                + "AWS does not say whether these metrics hold their tokens too";
        }
    }
}
