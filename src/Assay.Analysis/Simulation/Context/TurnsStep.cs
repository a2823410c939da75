using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Context;

/// <summary>Of a conversation only the last turns are sent, after the tools and the system prompt.</summary>
/// <param name="summary">Tokens that stand for what is left out.</param>
internal sealed class TurnsStep(ShapeTree tree, Caching.SectionEnds ends, long turns, long summary) : IReplayStep
{
    private long trimmed;
    private long tokens;
    private long notJudged;

    public void Apply(ref ReplayedCall call)
    {
        if (call.Leaf < 0 || call.Input < 0 || tree.BlockTokens[call.Leaf] > 0)
        {
            notJudged++;
            return;
        }

        var upTo = LastLeftOut(call.Leaf);
        if (upTo < 0)
        {
            return;
        }

        var after = Math.Max(ends.System[call.Leaf], ends.Tools[call.Leaf]);
        var drop = Math.Min(tree.Tokens[upTo] - (after < 0 ? 0 : tree.Tokens[after]), call.Prompt) - summary;
        if (drop > 0)
        {
            trimmed++;
            tokens += drop;
            call.Drop(drop);
            call.Left = new Gap(after, upTo, drop);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsTrimmed", trimmed), ("tokensDropped", tokens), ("callsNotJudged", notJudged)];

    /// <returns>The node before the turns that are kept; -1 where all are.</returns>
    private int LastLeftOut(int leaf)
    {
        var kept = 0L;
        for (var node = leaf; node >= 0; node = tree.Parent[node])
        {
            if (tree.Role[node] < BlockRole.User)
            {
                return -1;
            }

            var parent = tree.Parent[node];
            if (BeginsTurn(node, parent) && ++kept == turns)
            {
                return parent >= 0 && tree.Role[parent] >= BlockRole.User ? parent : -1;
            }
        }

        return -1;
    }

    private bool BeginsTurn(int node, int parent) =>
        tree.Role[node] == BlockRole.User && !tree.IsToolResult[node]
        && (parent < 0 || tree.Role[parent] != BlockRole.User);
}
