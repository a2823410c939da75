using Assay.Analysis.Replay;

namespace Assay.Analysis.Tracking;

/// <summary>
/// Later calls as they would have been made before a change: what the change's lever touches is taken from the earlier
/// calls, all else from the later ones.
/// </summary>
internal static class OldWay
{
    /// <returns>Null for a lever whose old way can't be told from sums.</returns>
    public static WorkloadMonth? Of(string lever, WorkloadMonth before, WorkloadMonth after) => lever switch
    {
        "prompt-caching" => after.Each(part => Cached(part, before)),
        "output-cap" => after.Each(part => part with
        {
            Output = part.Output * Rate(before.Output / before.Calls, after.Output / after.Calls),
        }),
        "context-trim" => after.Each(part =>
            part.Times(Rate(before.Prompt / before.Calls, after.Prompt / after.Calls)) with { Output = part.Output }),
        "model-right-sizing" => OnModelOf(before, after),
        "routing-scope" => after.Each(part => part with { Key = part.Key with { Scope = Main(before).Key.Scope } }),
        "service-tier" or "batch" => after.Each(part => part with
        {
            Key = part.Key with { Tier = Main(before).Key.Tier },
        }),
        _ => null,
    };

    public static WorkloadMonth OnModelOf(WorkloadMonth before, WorkloadMonth after) => after.Each(part => part with
    {
        Key = Main(before).Key with { Region = part.Key.Region },
    });

    /// <summary>The shares of the earlier prompts that were read and written, of a later prompt.</summary>
    private static Part Cached(Part part, WorkloadMonth before)
    {
        decimal Share(Func<Part, decimal> of) => before.Prompt == 0 ? 0 : before.Plan.Parts.Sum(of) / before.Prompt;
        return part with
        {
            Input = part.Prompt * Share(each => each.Input),
            CacheRead = part.Prompt * Share(each => each.CacheRead),
            CacheWrite = part.Prompt * Share(each => each.CacheWrite),
            CacheWrite1h = part.Prompt * Share(each => each.CacheWrite1h),
            CacheWrite30m = part.Prompt * Share(each => each.CacheWrite30m),
        };
    }

    private static Part Main(WorkloadMonth month) => month.Plan.Parts.MaxBy(part => part.Prompt + part.Output)!;

    private static decimal Rate(decimal was, decimal now) => now == 0 ? 1 : was / now;
}
