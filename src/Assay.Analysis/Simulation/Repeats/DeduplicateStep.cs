using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Repeats;

/// <summary>An answer is kept for a while; prompts that are equal to the last token are answered with it.</summary>
internal sealed class DeduplicateStep(ShapeTree tree, long within) : IReplayStep
{
    private const int SweepFrom = 1 << 16;

    private readonly Dictionary<(int Leaf, int Blocks), long> answered = [];
    private int sweepAt = SweepFrom;
    private long repeated;
    private long notJudged;

    public void Apply(ref ReplayedCall call)
    {
        if (call.Leaf < 0 || call.Input < 0
            || (tree.BlockTokens[call.Leaf] is > 0 and var block && (long)call.LeafBlocks * block != call.Prompt))
        {
            notJudged++;
            return;
        }

        var key = (call.Leaf, call.LeafBlocks);
        if (answered.TryGetValue(key, out var at) && call.Time - at <= within)
        {
            repeated++;
            call.IsGone = true;
        }
        else if (call.Output > 0)
        {
            Sweep(call.Time);
            answered[key] = call.Time;
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsRepeated", repeated), ("callsNotJudged", notJudged)];

    /// <summary>What is too old to serve is forgotten, so that memory follows what is kept, not the ledger.</summary>
    private void Sweep(long now)
    {
        if (answered.Count < sweepAt)
        {
            return;
        }

        foreach (var (key, at) in answered)
        {
            if (now - at > within)
            {
                answered.Remove(key);
            }
        }

        sweepAt = Math.Max(SweepFrom, answered.Count * 2);
    }
}
