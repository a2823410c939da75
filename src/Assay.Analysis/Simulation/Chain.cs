using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>
/// Changes one after the other, each on what those before it left, with a tally behind every one: the successive
/// prefixes of a plan, evaluated in one pass.
/// </summary>
internal sealed class Chain
{
    private readonly IReplayStep[] steps;
    private readonly Tally[] tallies;

    public Chain(IReadOnlyList<IReplayStep> steps, IReadOnlyList<Meter> meters, Func<Meter, long> longFrom)
    {
        this.steps = [.. steps];
        var (all, before) = (new List<IReadOnlyList<Meter>>(), meters);
        foreach (var step in steps)
        {
            before = step.Meters(before);
            all.Add(before);
        }

        Meters = all;
        tallies = [.. all.Select(each => new Tally([.. each.Select(longFrom)]))];
    }

    /// <summary>What the groups are priced as after each step.</summary>
    public IReadOnlyList<IReadOnlyList<Meter>> Meters { get; }

    public IReadOnlyList<Tally> Tallies => tallies;

    public void Take(ReplayedCall call)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (!call.IsGone)
            {
                steps[i].Apply(ref call);
            }

            tallies[i].Add(call);
        }
    }
}
