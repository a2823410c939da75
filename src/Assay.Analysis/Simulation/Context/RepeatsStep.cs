using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Context;

/// <summary>
/// A block that stands in the prompt already is not sent a second time: texts and results of tools, not what the model
/// itself said.
/// </summary>
internal sealed class RepeatsStep(ShapeTree tree, long[] repeats) : IReplayStep
{
    private long trimmed;
    private long tokens;
    private long notJudged;

    /// <summary>Of each node, tokens up to and including it of blocks that stand before themselves already.</summary>
    /// <param name="least">Bytes of a block from which it is worth leaving out.</param>
    public static long[] Of(ShapeTree tree, ShapeBlocks blocks, long least)
    {
        var repeats = new long[tree.Count];
        for (var node = 0; node < tree.Count; node++)
        {
            var parent = tree.Parent[node];
            var before = parent < 0 ? 0 : tree.Tokens[parent];
            var own = blocks.Bytes[node] >= least && tree.BlockTokens[node] == 0
                && tree.Role[node] is BlockRole.System or BlockRole.User && StandsBefore(tree, blocks, node)
                ? Math.Max(0, tree.Tokens[node] - before)
                : 0;
            repeats[node] = own + (parent < 0 ? 0 : repeats[parent]);
        }

        return repeats;
    }

    public void Apply(ref ReplayedCall call)
    {
        if (call.Leaf < 0 || call.Input < 0 || tree.BlockTokens[call.Leaf] > 0)
        {
            notJudged++;
            return;
        }

        if (Math.Min(repeats[call.Leaf], call.Prompt) is > 0 and var drop)
        {
            trimmed++;
            tokens += drop;
            call.Drop(drop);
            call.Repeats = repeats;
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsTrimmed", trimmed), ("tokensDropped", tokens), ("callsNotJudged", notJudged)];

    private static bool StandsBefore(ShapeTree tree, ShapeBlocks blocks, int node)
    {
        for (var other = tree.Parent[node]; other >= 0; other = tree.Parent[other])
        {
            if (blocks.Content[other] == blocks.Content[node])
            {
                return true;
            }
        }

        return false;
    }
}
