using Assay.Analysis.Simulation;
using Assay.Usage;

namespace Assay.Analysis.Proofs;

/// <summary>A step for some groups of calls; the others are made as they were.</summary>
/// <param name="groups">Of the groups that calls were made in, those it is for.</param>
internal sealed class OnlyStep(IReplayStep step, bool[] groups) : IReplayStep
{
    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) =>
        [.. step.Meters(before).Select((meter, i) => IsMeant(i) || i >= before.Count ? meter : before[i])];

    public void Apply(ref ReplayedCall call)
    {
        if (IsMeant(call.Group))
        {
            step.Apply(ref call);
        }
    }

    public void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
        if (IsMeant(call.Group))
        {
            step.Ahead(call, first);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => step.Measures(bill);

    private bool IsMeant(int group) => groups[group % groups.Length];
}
