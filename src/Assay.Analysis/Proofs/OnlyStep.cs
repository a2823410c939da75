using Assay.Analysis.Simulation;
using Assay.Usage;

namespace Assay.Analysis.Proofs;

/// <summary>A step for some groups of calls; the others are made as they were.</summary>
internal sealed class OnlyStep(IReplayStep step, bool[] groups) : IReplayStep
{
    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) =>
        [.. step.Meters(before).Select((meter, i) => groups[i] ? meter : before[i])];

    public void Apply(ref ReplayedCall call)
    {
        if (groups[call.Group])
        {
            step.Apply(ref call);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => step.Measures(bill);
}
