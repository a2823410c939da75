using Assay.Findings;
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

    private static readonly Bound[] Bounds = [Bound.Low, Bound.Expected, Bound.High];

    /// <param name="plans">One plan a row; null where the row has no price.</param>
    /// <param name="monthly">What the account costs a month, unpriced rows left out.</param>
    public WaterfallResult Run(IReadOnlyList<Plan?> plans, IReadOnlyList<Proposal> proposals, Usd monthly)
    {
        var current = Bounds.Select(_ => plans.ToArray()).ToArray();
        var savings = new Dictionary<Proposal, (UsdRange Standalone, UsdRange InSequence)>(
            ReferenceEqualityComparer.Instance);
        var sequence = new Dictionary<Proposal, IReadOnlyList<(Plan, Plan)>>(ReferenceEqualityComparer.Instance);
        var steps = new List<WaterfallStep>();
        var left = monthly;
        // The whole range is that of three plans made to their ends. A step's own range is wider: what a lever saves at
        // its best may be little after others did their best.
        var all = new Usd[Bounds.Length];
        foreach (var lever in proposals.GroupBy(each => each.Lever).OrderBy(group => Place(group.Key)))
        {
            var saved = new Usd[Bounds.Length];
            foreach (var proposal in lever)
            {
                if (Alone(plans[proposal.Row], proposal) is not { } standalone)
                {
                    continue;
                }

                var before = current.Select(each => each[proposal.Row]!).ToList();
                var taken = proposal.IsCounted ? InSequence(current, proposal) : new Usd[Bounds.Length];
                sequence[proposal] = proposal.IsCounted
                    ? [.. before.Select((plan, i) => (plan, current[i][proposal.Row]!))]
                    : [];
                savings[proposal] = (standalone, UsdRange.Spanning(taken[0], taken[1], taken[2]));
                Add(saved, taken);
                Add(all, taken);
            }

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

    /// <returns>Null where the row or the changed plan has no price.</returns>
    private UsdRange? Alone(Plan? plan, Proposal proposal)
    {
        if (plan?.Cost(book, day) is not { } before)
        {
            return null;
        }

        var saved = new Usd[Bounds.Length];
        for (var i = 0; i < Bounds.Length; i++)
        {
            if (proposal.Edit(plan, Bounds[i]).Cost(book, day) is not { } after)
            {
                return null;
            }

            saved[i] = (before - after).Kept();
        }

        return UsdRange.Spanning(saved[0], saved[1], saved[2]);
    }

    private Usd[] InSequence(Plan?[][] current, Proposal proposal)
    {
        var saved = new Usd[Bounds.Length];
        for (var i = 0; i < Bounds.Length; i++)
        {
            var plan = current[i][proposal.Row]!;
            var changed = proposal.Edit(plan, Bounds[i]);
            saved[i] = (plan.Cost(book, day) - changed.Cost(book, day))?.Kept() ?? Usd.Zero;
            if (saved[i] > Usd.Zero || Bounds[i] == Bound.Low)
            {
                current[i][proposal.Row] = changed;
            }
            else
            {
                // What earlier levers left can make a later one not worth doing: then it is not done.
                saved[i] = Usd.Zero;
            }
        }

        return saved;
    }
}
