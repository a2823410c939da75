using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// The way from a prompt's last node to its first, over what is left out of it. Behind a gap the same blocks are
/// another prefix, so what a cache knows of a node is of one gap at a time. Each cache has its own.
/// </summary>
internal sealed class PromptPath(ShapeTree tree)
{
    private int[]? gaps;

    /// <summary>The node before, and where the prompt leaves it.</summary>
    public (int Node, int End) Before(in ReplayedCall call, int node)
    {
        var parent = tree.Parent[node];
        return call.Left.IsThere && parent == call.Left.UpTo
            ? (call.Left.After, call.Left.After < 0 ? 0 : tree.Depth[call.Left.After] + 1)
            : (parent, tree.Depth[node]);
    }

    /// <summary>True where what a cache holds of a node is of another gap, and is no longer to be found.</summary>
    public bool IsOther(in ReplayedCall call, int node)
    {
        if (gaps is null)
        {
            if (!call.Left.IsThere)
            {
                return false;
            }

            gaps = new int[tree.Count];
        }

        var gap = IsBehind(call, node) ? call.Left.UpTo + 1 : 0;
        (var known, gaps[node]) = (gaps[node], gap);
        return known != gap;
    }

    /// <summary>Tokens of the prompt up to a block of it.</summary>
    public long Tokens(in ReplayedCall call, int node, int end)
    {
        if (tree.BlockTokens[node] is > 0 and var block)
        {
            return Math.Min((long)end * block, call.Prompt);
        }

        var left = call.DroppedTools + (call.Repeats?[node] ?? 0) + (IsBehind(call, node) ? call.Left.Tokens : 0);
        return node == call.Leaf ? call.Prompt : Math.Clamp(tree.Tokens[node] - left, 0, call.Prompt);
    }

    private bool IsBehind(in ReplayedCall call, int node) =>
        call.Left.IsThere && tree.Depth[node] > tree.Depth[call.Left.UpTo];
}
