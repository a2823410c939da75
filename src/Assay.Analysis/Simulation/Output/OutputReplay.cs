using Assay.Findings;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Output;

/// <summary>
/// A cap on answers, workload by workload: the 99th percentile with a margin. Or, as a remedy of its own, answers that
/// are asked to be concise, which nobody can measure on calls that were made.
/// </summary>
internal sealed class OutputReplay : IReplayLever
{
    public string Id => "output-cap";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("mode", "margin", "cap", "again", "target", "share");
        return request.OneOf("mode", "cap", "concise") == "cap" ? Cap(request, context) : Concise(request);
    }

    private ReplayPlan Concise(LeverRequest request)
    {
        var target = request.Whole("target", 400);
        var share = request.Share("share", 0.5m);
        return new ReplayPlan(
            Id,
            [("mode", "concise"), ("target", $"{target}"), ("share", $"{share}")],
            [$"assumed, not measured: answers above {target} tokens come {share:P0} of the way down to it"],
            () => new ConciseStep(target, share))
        {
            Evidence = Evidence.Assumed,
            Unsure =
            [
                new(
                    "share", Low: null, "1",
                    $"low: answers stay as long as they are; high: all come down to {target} tokens"),
            ],
        };
    }

    private ReplayPlan Cap(LeverRequest request, ReplayContext context)
    {
        var spreads = context.Calls.Spreads();
        var margin = request.Factor("margin", 1.1m);
        var cap = request.Given.ContainsKey("cap") ? request.Whole("cap", 0) : (long?)null;
        var again = request.OneOf("again", "no", "yes") == "yes";
        var caps = CapsOf(spreads, context.Calls.Groups.Count, margin, cap);
        return new ReplayPlan(
            Id,
            [
                ("mode", "cap"), cap is { } fixedCap ? ("cap", $"{fixedCap}") : ("margin", $"{margin}"),
                ("again", again ? "yes" : "no"),
            ],
            [
                "an answer that is cut is paid up to the cap, "
                    + (again ? "and asked for again without one" : "and is not asked for again"),
            ],
            () => new CapStep(caps, spreads, again))
        {
            Unsure = [new("again", "yes", "no", "low: every answer that is cut is asked for again; high: none is")],
        };
    }

    private static long[] CapsOf(IReadOnlyList<GroupSpread> spreads, int groups, decimal margin, long? cap)
    {
        var caps = Enumerable.Repeat(long.MaxValue, groups).ToArray();
        foreach (var spread in spreads)
        {
            caps[spread.Group] = cap ?? Math.Max(1, (long)Math.Ceiling(spread.Output.P99 * margin));
        }

        return caps;
    }
}
