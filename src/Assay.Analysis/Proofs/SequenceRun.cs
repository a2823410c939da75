using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;

namespace Assay.Analysis.Proofs;

/// <summary>
/// Replays remedies one after the other, each for the workloads it was picked for: a chain for each end of the range,
/// one for ends that ask for the same, all in one pass.
/// </summary>
internal sealed class SequenceRun(ReplayContext context, CallProver prover, IReadOnlyList<Proposal> picked)
{
    private readonly Dictionary<string, ReplayPlan> planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Chain> chains = new(StringComparer.Ordinal);

    public ReplayedSequence Run()
    {
        var remedies = prover.Remedies
            .Select(each => (each.Lever.Id, each.Remedy, Of: picked.Where(one =>
                one.Replayed!.Remedy == each.Remedy).ToList()))
            .Where(each => each.Of.Count > 0)
            .ToList();
        var ends = Bounds.All.Select(bound => End(bound, remedies)).ToList();
        if (remedies.Count > 0)
        {
            Simulator.Run(context.Calls, context.NewTally(), [.. chains.Values]);
        }

        var after = ends.Select(end => end.Steps.ToDictionary(
            each => each.Key, each => prover.After(end.Chain, each.Value))).ToList();
        return new ReplayedSequence(
            remedies.SelectMany((each, i) => each.Of.Select(proposal => (proposal, i))).ToDictionary(
                each => each.proposal,
                each => (IReadOnlyList<(Plan, Plan)>)
                [
                    .. after.Select(end => (
                        Of(end, each.i - 1, each.proposal), Of(end, each.i, each.proposal))),
                ],
                (IEqualityComparer<Proposal>)ReferenceEqualityComparer.Instance),
            remedies.Index().GroupBy(each => each.Item.Id, each => each.Index).ToDictionary(
                each => each.Key,
                each => (IReadOnlyList<IReadOnlyDictionary<int, Plan>>)
                [
                    .. after.Select(end => Rows(end[each.Max()])),
                ]));
    }

    private static Plan Of(Dictionary<int, GroupPlans> end, int remedy, Proposal proposal) =>
        end[remedy].Of(proposal.Replayed!.Workload.Groups) ?? proposal.Replayed.Workload.Plan;

    private Dictionary<int, Plan> Rows(GroupPlans plans) =>
        prover.GroupsOfRow
            .Select(groups => (groups.Key, Plan: plans.Of(groups)))
            .Where(row => prover.Cost(row.Plan) is not null)
            .ToDictionary(
                row => row.Key,
                row => row.Plan! with { Hourly = CallProver.HourlyOf(prover.Account.Rows[row.Key]) });

    /// <summary>The chain of an end, and the step of it that each remedy's result stands behind; -1 is none.</summary>
    private (Chain Chain, IReadOnlyDictionary<int, int> Steps) End(
        Bound bound, List<(string Id, CallRemedy Remedy, List<Proposal> Of)> remedies)
    {
        var (key, plans) = ("", new List<(ReplayPlan Plan, bool[] Groups)>());
        var steps = new Dictionary<int, int> { [-1] = -1 };
        for (var i = 0; i < remedies.Count; i++)
        {
            var (lever, remedy, of) = remedies[i];
            var asked = remedy.Asked(lever, prover.Evidence, bound);
            if (asked.Length > 0)
            {
                key += $"{i} {asked}\n";
                if (!planned.TryGetValue(key, out var plan))
                {
                    List<(ReplayPlan Plan, bool[] Groups)> before = [.. plans];
                    planned[key] = plan = prover.PlanOf(asked, () => [.. before.Select(Made)]);
                }

                plans.Add((plan, Mask(of)));
            }

            steps[i] = plans.Count - 1;
        }

        if (!chains.TryGetValue(key, out var chain))
        {
            chains[key] = chain = context.ChainOf([.. plans.Select(Made)]);
        }

        return (chain, steps);
    }

    private static IReplayStep Made((ReplayPlan Plan, bool[] Groups) each) =>
        new OnlyStep(each.Plan.Make(), each.Groups);

    private bool[] Mask(IEnumerable<Proposal> proposals)
    {
        var mask = new bool[context.Calls.Groups.Count];
        foreach (var group in proposals.SelectMany(each => each.Replayed!.Workload.Groups))
        {
            mask[group] = true;
        }

        return mask;
    }
}
