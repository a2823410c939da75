using Assay.Ledgers;
using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation;

/// <summary>Takes a step apart by workload.</summary>
internal static class WorkloadParts
{
    public static IReadOnlyList<ReplayWorkload> Of(ReplayContext context, Bill before, Bill after) =>
    [
        .. context.Calls.Groups.Index()
            .GroupBy(each => each.Item.Workload, each => each.Index)
            .Select(groups => Part(context, groups, before, after))
            .Where(part => part.CostUsd != Usd.Zero || part.SavedUsd != Usd.Zero)
            .OrderByDescending(part => part.SavedUsd).ThenBy(part => part.Id, StringComparer.Ordinal),
    ];

    private static ReplayWorkload Part(ReplayContext context, IGrouping<int?, int> groups, Bill before, Bill after)
    {
        WorkloadRecord? workload = null;
        if (groups.Key is { } id)
        {
            context.Workloads.TryGetValue(id, out workload);
        }

        var (was, left) = (Sum(groups, before), Sum(groups, after));
        return new ReplayWorkload(workload?.Slug, workload?.Name, workload?.Owner, left.Kept(), (was - left).Kept());
    }

    private static Usd Sum(IEnumerable<int> groups, Bill bill) =>
        groups.Aggregate(Usd.Zero, (sum, group) => sum + bill.Of(group));
}
