using Assay.Ledgers;
using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation;

/// <summary>Takes a step apart by workload.</summary>
internal static class WorkloadParts
{
    public static IReadOnlyList<ReplayWorkload> Of(ReplayContext context, Bill before, Bill after)
    {
        var (was, left) = (ByGroup(context, before), ByGroup(context, after));
        return
        [
            .. context.Calls.Groups.Index()
                .GroupBy(each => each.Item.Workload, each => each.Index)
                .Select(groups => Part(context, groups.Key, Sum(groups, was), Sum(groups, left)))
                .Where(part => part.CostUsd != Usd.Zero || part.SavedUsd != Usd.Zero)
                .OrderByDescending(part => part.SavedUsd).ThenBy(part => part.Id, StringComparer.Ordinal),
        ];
    }

    private static ReplayWorkload Part(ReplayContext context, int? id, Usd was, Usd left)
    {
        var workload = id is { } known ? context.Workloads.GetValueOrDefault(known) : null;
        return new ReplayWorkload(workload?.Slug, workload?.Name, workload?.Owner, left.Kept(), (was - left).Kept());
    }

    private static Usd Sum(IEnumerable<int> groups, ILookup<int, Usd> costs) =>
        groups.SelectMany(group => costs[group]).Aggregate(Usd.Zero, (sum, cost) => sum + cost);

    private static ILookup<int, Usd> ByGroup(ReplayContext context, Bill bill) =>
        bill.Groups.ToLookup(each => context.MadeIn(each.Group), each => each.Cost);
}
