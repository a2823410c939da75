namespace Assay.Analysis.Simulation.Output;

/// <summary>Answers above a target come part of the way down to it.</summary>
internal sealed class ConciseStep(long target, decimal share) : IReplayStep
{
    private long shortened;

    public void Apply(ref ReplayedCall call)
    {
        if (call.Output > target)
        {
            shortened++;
            call.Output -= (long)((call.Output - target) * share);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => [("callsShortened", shortened)];
}
