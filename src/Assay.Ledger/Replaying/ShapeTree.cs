using Assay.Calls;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// The prefix tree of prompts, one array a column, parents before their children: a node is its place. Four small
/// numbers and a count a node, however many calls pass it; the one part of a replay that grows with the ledger.
/// </summary>
public sealed class ShapeTree(int count)
{
    public int Count => count;

    /// <summary>Some nodes are of token traces.</summary>
    public bool HasRuns => Array.Exists(BlockTokens, tokens => tokens > 0);

    /// <summary>Some nodes are of tools or of a system prompt: traces have none.</summary>
    public bool HasSections => Array.Exists(Role, role => role < BlockRole.User);

    /// <summary>The node before; -1 for the first.</summary>
    public int[] Parent { get; private set; } = new int[count];

    /// <summary>Blocks before this one; of a run, the block at which it leaves its parent.</summary>
    public int[] Depth { get; } = new int[count];

    public BlockRole[] Role { get; } = new BlockRole[count];

    /// <summary>The result of a tool, which can't be parted from the use that asked for it.</summary>
    public bool[] IsToolResult { get; } = new bool[count];

    /// <summary>Tokens of one block of a trace's run; 0 for blocks of texts.</summary>
    public int[] BlockTokens { get; } = new int[count];

    /// <summary>Tokens of the prompt up to and including a node; -1 where nobody knows.</summary>
    public long[] Tokens { get; } = new long[count];

    /// <summary>The same nodes in another tree.</summary>
    /// <param name="parents">Of each node, before it.</param>
    public ShapeTree Under(int[] parents)
    {
        var other = (ShapeTree)MemberwiseClone();
        other.Parent = parents;
        return other;
    }
}
