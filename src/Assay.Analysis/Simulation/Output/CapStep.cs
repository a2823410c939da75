using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Output;

/// <summary>No answer is longer than its group's cap, whichever model gives it.</summary>
/// <param name="caps">Of each group that calls were made in.</param>
/// <param name="again">A call whose answer is cut is made again without the cap.</param>
internal sealed class CapStep(long[] caps, IReadOnlyList<GroupSpread> spreads, bool again) : IReplayStep
{
    private long cut;
    private long tokens;

    public void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
        if (again && call.Output > caps[call.Group % caps.Length])
        {
            first.Add(call);
        }
    }

    public void Apply(ref ReplayedCall call)
    {
        var cap = caps[call.Group % caps.Length];
        if (call.Output > cap)
        {
            cut++;
            tokens += call.Output - cap;
            call.Output = cap;
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
    [
        ("callsCut", cut),
        ("tokensCut", tokens),
        ("callsWithoutMaximum", spreads.Sum(each => each.WithoutMaximum)),
        ("callsStoppedAtMaximum", spreads.Sum(each => each.Stopped)),
        ("largestCap", caps.Where(cap => cap < long.MaxValue).DefaultIfEmpty().Max()),
        ("longestAnswer", spreads.Select(each => each.MostOutput).DefaultIfEmpty().Max()),
        ("largestP99", spreads.Select(each => each.Output.P99).DefaultIfEmpty().Max()),
        ("largestMedianMaximum", spreads.Max(each => each.MedianMaximum)),
    ];
}
