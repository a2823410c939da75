using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation;

/// <summary>A run as it is asked for, and at the ends of what nobody knows of it.</summary>
internal sealed class ReplayRange(ReplayRun asked)
{
    private readonly ReplayRun low = asked.At(isLow: true);
    private readonly ReplayRun high = asked.At(isLow: false);

    /// <summary>What has to take the calls before there are steps.</summary>
    public IEnumerable<Chain> Chains => ((ReplayRun[])[asked, low, high]).Distinct().Select(run => run.Chain);

    public (IReadOnlyList<ReplayStep> Steps, (Usd? Low, Usd? High) Saved) Told(
        ReplayContext context, Bill actual, ICollection<string> unpriced)
    {
        var bills = asked.Bills(actual);
        var ends = ((ReplayRun[])[low, high]).Select(run => run == asked ? bills : run.Bills(actual)).ToList();
        var steps = new List<ReplayStep>();
        for (var i = 0; i < bills.Count; i++)
        {
            var (bill, left, plan) = (bills[i], i == 0 ? actual : bills[i - 1], asked.Plans[i]!);
            var range = Range(
                i == 0 ? [actual, actual, actual] : [bills[i - 1], .. ends.Select(end => end[i - 1])],
                [bill, .. ends.Select(end => end[i])]);
            steps.Add(new ReplayStep(
                plan.Lever, plan.Options, bill.Cost?.Kept(), Saved(left, bill), bill.Tokens,
                [.. asked.Measures(i, bill)], plan.Assumptions)
            {
                Evidence = plan.Evidence,
                SavedUsdLow = range.Low,
                SavedUsdHigh = range.High,
                Drivers = [.. plan.Unsure.Select(each => each.Words)],
                Candidates = plan.Candidates,
                Workloads = WorkloadParts.Of(context, left, bill),
            });
            foreach (var why in bill.Unpriced)
            {
                unpriced.Add(why);
            }
        }

        return (steps, bills.Count == 0
            ? (null, null)
            : Range([actual, actual, actual], [bills[^1], .. ends.Select(end => end[^1])]));
    }

    /// <summary>An earlier lever that saves less leaves more to save, so ends may change places.</summary>
    private static (Usd? Low, Usd? High) Range(IEnumerable<Bill> before, IEnumerable<Bill> after)
    {
        var saved = before.Zip(after, Saved).ToList();
        return saved.Contains(null) ? (null, null) : (saved.Min(), saved.Max());
    }

    private static Usd? Saved(Bill before, Bill after) =>
        before.Cost is { } was && after.Cost is { } now ? (was - now).Kept() : null;
}
