using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// A step for an even share of each group's calls; what it does to them is counted in groups of their own.
/// </summary>
/// <param name="groups">How many there are before the step.</param>
internal sealed class ShareStep(IReplayStep step, int groups, decimal share) : IReplayStep
{
    private readonly EvenShare[] shares = [.. Enumerable.Repeat(new EvenShare(share), groups)];

    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) => [.. before, .. step.Meters(before)];

    public void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
        if (shares[call.Group].IsNext)
        {
            var changed = call;
            step.Apply(ref changed);
            changed.Group += groups;
            first.Add(changed);
        }
    }

    public void Apply(ref ReplayedCall call) => call.IsGone = shares[call.Group].Next();

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => step.Measures(bill);
}
