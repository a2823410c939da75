using Assay.Analysis.Proofs;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;

namespace Assay.Analysis.Replay;

/// <summary>
/// The one evaluator of plans: each proposal by itself, and all of them in the contract's order, each on what those
/// before it left. Its steps sum to the whole because they are differences of successive plans.
/// </summary>
public sealed class Waterfall(PriceBook book, DateOnly day)
{
    /// <summary>
    /// The order of the report contract: caching depends on the model, capacity on everything before it.
    /// </summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        "deduplicate", "context-trim", "model-right-sizing", "cascade", "routing-scope", "prompt-caching", "output-cap",
        "service-tier", "batch", "reserved", "provisioned-throughput",
    ];

    /// <param name="plans">One plan a row; null where the row has no price.</param>
    /// <param name="monthly">What the account costs a month, unpriced rows left out.</param>
    /// <param name="replayed">What came of proposals to workloads; null where no calls are known.</param>
    public WaterfallResult Run(
        IReadOnlyList<Plan?> plans, IReadOnlyList<Proposal> proposals, Usd monthly, ReplayedSequence? replayed = null)
    {
        var current = Bounds.All.Select(_ => plans.ToArray()).ToArray();
        var savings = new Dictionary<Proposal, (UsdRange Standalone, UsdRange InSequence)>(
            ReferenceEqualityComparer.Instance);
        var sequence = new Dictionary<Proposal, IReadOnlyList<(Plan, Plan)>>(ReferenceEqualityComparer.Instance);
        var steps = new List<WaterfallStep>();
        var left = monthly;
        // The whole range is that of three plans made to their ends. A step's own range is wider: what a lever saves at
        // its best may be little after others did their best.
        var all = new Usd[Bounds.All.Count];
        foreach (var lever in proposals.GroupBy(each => each.Lever).OrderBy(group => Place(group.Key)))
        {
            var saved = new Usd[Bounds.All.Count];
            foreach (var proposal in lever)
            {
                if (Alone(plans[proposal.Row], proposal) is not { } standalone)
                {
                    continue;
                }

                sequence[proposal] = Sequence(current, proposal, replayed);
                var taken = Taken(sequence[proposal]);
                savings[proposal] = (standalone, UsdRange.Spanning(taken[0], taken[1], taken[2]));
                Add(saved, taken);
                Add(all, taken);
            }

            Take(current, replayed?.Rows.GetValueOrDefault(lever.Key));

            var range = UsdRange.Spanning(saved[0], saved[1], saved[2]);
            if (range != UsdRange.Zero)
            {
                steps.Add(new(lever.Key, left, left - saved[1], saved[1], range.Low, range.High));
                left -= saved[1];
            }
        }

        return new(savings, sequence, steps, UsdRange.Spanning(all[0], all[1], all[2]));
    }

    private static void Add(Usd[] sums, Usd[] more)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += more[i];
        }
    }

    private static int Place(string lever) =>
        Enumerable.Range(0, Order.Count).FirstOrDefault(i => Order[i] == lever, Order.Count);

    private IReadOnlyList<(Plan, Plan)> Sequence(Plan?[][] current, Proposal proposal, ReplayedSequence? replayed) =>
        !proposal.IsCounted ? []
        : proposal.Replayed is null ? InSequence(current, proposal)
        : replayed?.Plans.GetValueOrDefault(proposal) ?? [];

    private Usd[] Taken(IReadOnlyList<(Plan Before, Plan After)> plans) =>
        plans.Count == 0
            ? new Usd[Bounds.All.Count]
            : [.. plans.Select(each => Saved(each.Before, each.After) ?? Usd.Zero)];

    /// <summary>Rows of calls go on as the replay left them.</summary>
    private static void Take(Plan?[][] current, IReadOnlyList<IReadOnlyDictionary<int, Plan>>? rows)
    {
        for (var i = 0; i < rows?.Count; i++)
        {
            foreach (var (row, plan) in rows[i])
            {
                current[i][row] = plan;
            }
        }
    }

    /// <returns>Null where the row or the changed plan has no price.</returns>
    private UsdRange? Alone(Plan? plan, Proposal proposal)
    {
        plan = proposal.Replayed?.Workload.Plan ?? plan;
        if (plan is null)
        {
            return null;
        }

        var saved = Bounds.All.Select((bound, i) =>
            Saved(plan, proposal.Replayed?.After[i] ?? proposal.Edit(plan, bound))).ToList();
        return saved is [{ } low, { } expected, { } high] ? UsdRange.Spanning(low, expected, high) : null;
    }

    private List<(Plan, Plan)> InSequence(Plan?[][] current, Proposal proposal)
    {
        var plans = new List<(Plan, Plan)>();
        for (var i = 0; i < Bounds.All.Count; i++)
        {
            var plan = current[i][proposal.Row]!;
            var changed = proposal.Edit(plan, Bounds.All[i]);
            // What earlier levers left can make a later one not worth doing: then it is not done.
            var isDone = Saved(plan, changed) is { } saved && (saved > Usd.Zero || Bounds.All[i] == Bound.Low);
            current[i][proposal.Row] = isDone ? changed : plan;
            plans.Add((plan, isDone ? changed : plan));
        }

        return plans;
    }

    private Usd? Saved(Plan before, Plan after) => (before.Cost(book, day) - after.Cost(book, day))?.Kept();
}
