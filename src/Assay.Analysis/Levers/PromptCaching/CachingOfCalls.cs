using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation.Caching;
using Assay.Findings;
using Assay.Wording;

namespace Assay.Analysis.Levers.PromptCaching;

/// <summary>Caching where calls are known: replayed with the points and the time to live that cost least.</summary>
internal static class CachingOfCalls
{
    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        Of(PromptCachingLever.Missing), Of(PromptCachingLever.UnderUsed), Of(PromptCachingLever.WritesUnread),
        new(
            PromptCachingLever.PrefixChanges,
            Evidence.Assumed,
            (calls, bound) => Asked(calls, bound) + (bound == Bound.Low ? "" : ",changing=last"),
            (_, workload) => CanCache(workload) && Changes(workload),
            Words),
    ];

    private static CallRemedy Of(string check) => new(
        check,
        Evidence.Measured,
        Asked,
        (calls, workload) => CanCache(workload) && !Changes(workload) && CheckOf(calls, workload) == check,
        Words);

    private static string Asked(CallEvidence calls, Bound bound) =>
        "ttl=best,points=auto,regions="
            + (calls.Lanes > 1 && bound != Bound.High ? "local" : "agnostic")
            + (bound == Bound.High && calls.Workloads.Any(each => WritesForLess(calls.Account, each.Plan))
                ? ",writes=listed"
                : "");

    private static bool CanCache(WorkloadEvidence workload) => workload.Model.Caching is { MaxCheckpoints: > 0 };

    /// <summary>
    /// What keeps prompts from being found again is a date, a number or an id in front of them, or the order of tools.
    /// </summary>
    private static bool Changes(WorkloadEvidence workload) => workload.Prefix is { IsAvoidable: true };

    private static bool IsOfOrder(WorkloadEvidence workload) => workload.Prefix is { ToolOrders: not null };

    private static string CheckOf(CallEvidence calls, WorkloadEvidence workload)
    {
        var (book, day) = (calls.Account.Book, calls.Account.Day);
        return workload.Plan.Parts.Sum(part => part.Writes) == 0 ? PromptCachingLever.Missing
            : workload.Plan.Cost(book, day) > workload.Plan.Each(part => part.Uncached()).Cost(book, day)
                ? PromptCachingLever.WritesUnread
                : PromptCachingLever.UnderUsed;
    }

    private static ProposalWords Words(Proof proof)
    {
        var (workload, after) = (proof.Workload, proof.Expected);
        // OpenAI's models have no cachePoint: points are set on texts in a body of their own (bedrock.md 3.3).
        var isOfTexts = workload.Model.Caching!.Fields.Contains("input_text");
        var mean = workload.Prompt / (workload.Facts.Calls * proof.Calls.Account.PerMonth);
        return new(
            $"{workload.Name} reads {Percent.Of(Proof.ReadShare(proof.Before))} of its {Count.Nearest(mean)} prompt "
                + "tokens a call from cache; "
                + (proof.Caching is null || !Changes(workload) ? ""
                    : IsOfOrder(workload) ? "with its tools in one order, "
                    : "with what changes moved to the end, ")
                + (proof.Caching is not null
                    ? $"cache points would make it {Percent.Of(Proof.ReadShare(after))}"
                    : "it would cost less without a cache"),
            string.Join(" ", Why(proof)),
            [.. Assumptions(proof)],
            proof.Caching is { } advice
                ? new Remedy(
                    (!Changes(workload) ? "Set "
                        : IsOfOrder(workload) ? "Sort the tools by name before they are sent. Then set "
                        : $"Send the date, number or id in {workload.Prefix!.Place} behind everything else. Then set ")
                        + $"cache points: {advice.Words}. Keep what never changes in front of them."
                        + (isOfTexts ? " This model takes them in its own API, by prompt_cache_options." : ""),
                    isOfTexts
                        ? []
                        : Snippets.For(workload, "PromptCaching", "cache-points", [.. Names(workload, advice)]))
                : new Remedy(
                    "Take the cache points out: what they write is not read often enough to pay.",
                    isOfTexts ? [] : Snippets.For(workload, "PromptCaching", "no-points")),
            proof.Verify);
    }

    /// <summary>What the snippets show: the points that were found, and no other.</summary>
    private static IEnumerable<(string Name, string Value)> Names(WorkloadEvidence workload, CacheAdvice advice)
    {
        string When(CachePoints points) => (advice.Points & points) != CachePoints.None ? "yes" : "";
        return
        [
            ("places", advice.Words),
            ("tools", When(CachePoints.Tools)), ("system", When(CachePoints.System | CachePoints.Stable)),
            ("stable", Changes(workload) && !IsOfOrder(workload) ? "yes" : When(CachePoints.Stable)),
            ("last", advice.HasLast ? advice.Ttl : ""), ("front", advice.HasFront ? advice.Front : ""),
            ("ttl", advice.Ttl),
        ];
    }

    /// <summary>Why calls miss, as far as counting and the tree of prompts tell.</summary>
    private static IEnumerable<string> Why(Proof proof)
    {
        var (facts, workload) = (proof.Workload.Facts, proof.Workload);
        yield return facts.WithCachePoints == 0
            ? "No call sets a cache point."
            : $"{Percent.Of((decimal)facts.WithCachePoints / facts.Calls)} of the calls set cache points.";
        if (workload.Model.Caching!.MinTokens is { } least && facts.MedianPrompt < least)
        {
            yield return $"The median prompt has {Count.Of(facts.MedianPrompt)} tokens; {workload.Model.Name} caches "
                + $"from {Count.Of(least)} on.";
        }

        if (workload.Prefix is { } prefix)
        {
            yield return prefix.Words;
        }

        if (facts.FollowUps > 0)
        {
            yield return $"Of the calls that go on with a conversation, "
                + $"{Percent.Of((decimal)facts.AfterFiveMinutes / facts.FollowUps)} come more than five minutes after "
                + $"the one before, {Percent.Of((decimal)facts.AfterAnHour / facts.FollowUps)} more than an hour.";
        }

        if (facts.ReadImplicitly > 0)
        {
            yield return $"{Count.Of(facts.ReadImplicitly, "call")} read from a cache that nobody asked for; "
                + "that reading is the service's own and is replayed as if it were not there.";
        }
    }

    private static bool WritesForLess(AccountEvidence account, Plan plan) =>
        plan.Parts.Any(part => PromptCachingLever.WritesForLess(account, part));

    private static IEnumerable<string> Assumptions(Proof proof)
    {
        yield return $"replayed on {Count.Of(proof.Workload.Facts.Calls, "call")}, on the prompts as they were, with "
            + "the model's minimum, checkpoints and times to live; of several points and times the cheapest was taken";
        if (Changes(proof.Workload))
        {
            yield return IsOfOrder(proof.Workload)
                ? "expected and high: the same tools come in one order; low: in the orders they come in; that answers "
                    + "are as good is assumed"
                : $"expected and high: {proof.Workload.Prefix!.Place} is the same in all calls but for what is moved; "
                    + "low: nothing is moved; that answers are as good is assumed";
        }

        if (proof.Calls.Lanes > 1)
        {
            yield return $"low and expected: each of {proof.Calls.Lanes} Regions that processed calls has a cache of "
                + "its own; high: they share one";
        }

        if (WritesForLess(proof.Calls.Account, proof.Before))
        {
            yield return "low and expected: a write costs what input costs, so that only reads save; high: as it is "
                + "listed, which is less, but by few sources";
        }

        yield return "tokens up to a block are exact where a call ends, by bytes between";
    }
}
