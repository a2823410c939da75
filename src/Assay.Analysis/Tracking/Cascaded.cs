using Assay.Analysis.Replay;
using Assay.Units;

namespace Assay.Analysis.Tracking;

/// <summary>
/// Later calls of a cascade as they would have been made without it. No call says whether it asks, checks or is asked
/// again, so there are two ends: at the low one half of the smaller model's calls are checks and all that can be of the
/// larger model's are escalated; at the high one all are asked, and none is.
/// </summary>
internal static class Cascaded
{
    /// <param name="small">Calls that the caller did not make before, of other models.</param>
    /// <param name="large">What is left of the workload.</param>
    /// <returns>As though each were asked of the model that <paramref name="old"/> was.</returns>
    public static (WorkloadMonth Low, WorkloadMonth High) OldWays(
        WorkloadMonth old, IReadOnlyList<WorkloadMonth> small, WorkloadMonth? large)
    {
        var asked = small.Sum(each => each.Calls);
        var direct = large is { Calls: > 0 } ? Math.Max(0, large.Calls - (asked / 2)) / large.Calls : 0;
        return (Sum(0.5m, direct), Sum(1, 1));

        WorkloadMonth Sum(decimal asks, decimal rest) => old with
        {
            Plan = new Plan(
                [
                    .. small.SelectMany(each => OldWay.OnModelOf(old, each).Plan.Parts)
                        .Select(part => part.Times(asks)),
                    .. (large?.Plan.Parts ?? []).Select(part => part.Times(rest)),
                ],
                Usd.Zero),
            Calls = (asked * asks) + ((large?.Calls ?? 0) * rest),
        };
    }
}
