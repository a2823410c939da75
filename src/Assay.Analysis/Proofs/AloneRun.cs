using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;
using Assay.Analysis.Simulation.Caching;
using Assay.Units;

namespace Assay.Analysis.Proofs;

/// <summary>
/// Replays each remedy that some workload is in need of by itself, all in one pass; those that shorten what a cache
/// makes cheap also with the cache behind them that is proposed beside them.
/// </summary>
internal sealed class AloneRun
{
    private const string Caching = "prompt-caching";

    private readonly CallProver prover;
    private readonly IReadOnlyList<(ILever Lever, CallRemedy Remedy)> remedies;
    private readonly Dictionary<string, ReplayPlan> plans;
    private readonly Dictionary<string, GroupPlans> after;
    private readonly Dictionary<string, GroupPlans> onceCached;
    private readonly string? cached;

    public AloneRun(ReplayContext context, CallProver prover)
    {
        this.prover = prover;
        remedies =
        [
            .. prover.Remedies.Where(each =>
                prover.Evidence.Workloads.Any(workload => each.Remedy.Applies(prover.Evidence, workload))),
        ];
        plans = remedies
            .SelectMany(each => Bounds.All.Select(bound => each.Remedy.Asked(each.Lever.Id, prover.Evidence, bound)))
            .Where(text => text.Length > 0)
            .Distinct()
            .ToDictionary(text => text, text => prover.PlanOf(text, () => []));
        cached = remedies.Where(each => each.Lever.Id == Caching).Select(Expected).FirstOrDefault();
        var alone = plans.ToDictionary(each => each.Key, each => context.ChainOf([each.Value.Make()]));
        var behind = remedies.Where(each => each.Remedy.IsSeenBehindCaching && cached is not null)
            .Select(Expected)
            .ToDictionary(text => text, text => context.ChainOf([plans[text].Make(), plans[cached!].Make()]));
        Simulator.Run(context.Calls, context.NewTally(), [.. alone.Values, .. behind.Values]);
        after = alone.ToDictionary(each => each.Key, each => prover.After(each.Value, 0));
        onceCached = behind.ToDictionary(each => each.Key, each => prover.After(each.Value, 1));
    }

    /// <summary>What helps.</summary>
    public IEnumerable<Proof> Run() =>
        from each in remedies
        let asked = Bounds.All.Select(bound => each.Remedy.Asked(each.Lever.Id, prover.Evidence, bound)).ToList()
        from workload in prover.Evidence.Workloads
        where each.Remedy.Applies(prover.Evidence, workload)
        let ends = asked.Select(end => After(end, workload)).ToList()
        where Helps(workload, ends)
        select new Proof(each.Lever.Id, each.Remedy, prover.Evidence, workload, [.. ends.OfType<Plan>()])
        {
            Caching = AdviceFor(asked[(int)Bound.Expected], workload),
            SavedOnceCached = SavedOnceCached(asked[(int)Bound.Expected], workload),
        };

    private string Expected((ILever Lever, CallRemedy Remedy) each) =>
        each.Remedy.Asked(each.Lever.Id, prover.Evidence, Bound.Expected);

    private CacheAdvice? AdviceFor(string asked, WorkloadEvidence workload)
    {
        var advice = plans.TryGetValue(asked, out var plan)
            ? workload.Groups.Select(plan.Advice).FirstOrDefault(one => one is not null)
            : null;
        return workload.Facts.OffersTools || advice?.Points is null or CachePoints.Tools
            ? advice
            : advice with { Points = advice.Points & ~CachePoints.Tools };
    }

    /// <summary>The workload's plan as it is where nothing is asked.</summary>
    private Plan? After(string asked, WorkloadEvidence workload) =>
        asked.Length == 0 ? workload.Plan : after[asked].Of(workload.Groups);

    /// <returns>Null where the workload is better off without a cache, or nobody asked.</returns>
    private Usd? SavedOnceCached(string asked, WorkloadEvidence workload) =>
        cached is not null && onceCached.TryGetValue(asked, out var trimmed)
        && prover.Cost(after[cached].Of(workload.Groups)) is { } before && before < prover.Cost(workload.Plan)
            ? (before - prover.Cost(trimmed.Of(workload.Groups)))?.Kept()
            : null;

    private bool Helps(WorkloadEvidence workload, List<Plan?> ends) =>
        prover.Cost(workload.Plan) is { } before && ends.All(plan => prover.Cost(plan) is not null)
        && Math.Max(
            (before - prover.Cost(ends[(int)Bound.Expected])!.Value).Amount,
            (before - prover.Cost(ends[(int)Bound.High])!.Value).Amount) > 0;
}
