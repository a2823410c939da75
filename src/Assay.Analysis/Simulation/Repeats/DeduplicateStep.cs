using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Repeats;

/// <summary>An answer is kept for a while; prompts that are equal to the last token are answered with it.</summary>
internal sealed class DeduplicateStep(ShapeTree tree, long within) : IReplayStep
{
    // What is too old to serve is forgotten, so that memory follows what is kept, not the ledger.
    private readonly RecentTimes<(int Leaf, int Blocks)> answered = new(within, 1 << 16);
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
        if (answered.Last(key) is { } at && call.Time - at <= within)
        {
            repeated++;
            call.IsGone = true;
        }
        else if (call.Output > 0)
        {
            answered.Meet(key, call.Time);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsRepeated", repeated), ("callsNotJudged", notJudged)];
}
