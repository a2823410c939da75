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
    private readonly List<ReplayedCall>[] ahead;

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
        ahead = [.. all.Select(_ => new List<ReplayedCall>())];
    }

    /// <summary>What the groups are priced as after each step.</summary>
    public IReadOnlyList<IReadOnlyList<Meter>> Meters { get; }

    public IReadOnlyList<Tally> Tallies => tallies;

    public void Take(ReplayedCall call) => Take(call, 0);

    private void Take(ReplayedCall call, int from)
    {
        for (var i = from; i < steps.Length; i++)
        {
            if (!call.IsGone)
            {
                steps[i].Ahead(call, ahead[i]);
                TakeAhead(i);
                steps[i].Apply(ref call);
            }

            tallies[i].Add(call);
        }
    }

    private void TakeAhead(int step)
    {
        foreach (var first in ahead[step])
        {
            tallies[step].Add(first);
            Take(first, step + 1);
        }

        ahead[step].Clear();
    }
}
