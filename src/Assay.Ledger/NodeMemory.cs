using Assay.Calls;

namespace Assay.Ledgers;

/// <summary>
/// Nodes that were written, so that a prompt which thousands of calls begin with is written once and not looked up.
/// What was forgotten is written again, and found at the commit; that is dear, so much is remembered.
/// </summary>
internal sealed class NodeMemory
{
    private const int Slots = 1 << 20;
    private const int Most = Slots / 4 * 3;

    /// <summary>Ids are hashes, so they are spread as they are. Zero is free.</summary>
    private readonly long[] ids = new long[Slots];

    /// <summary>How long runs were; other nodes are as long as they are.</summary>
    private int[] counts = [];

    private int filled;
    private long touched;

    /// <summary>Nothing was forgotten, and nothing written that replaces another: no node was written twice.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>
    /// Looks at the places of all nodes: most are new and their places far from the core, and looking at many at once
    /// takes no longer than at one.
    /// </summary>
    public void Touch(ReadOnlySpan<ShapeNode> nodes)
    {
        foreach (ref readonly var node in nodes)
        {
            touched ^= ids[Slot(node.Id)];
        }
    }

    /// <returns>False where it was written already, as long as it is now.</returns>
    public bool IsNew(in ShapeNode node)
    {
        var slot = Slot(node.Id);
        while (ids[slot] != 0 && ids[slot] != node.Id)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        var (isRun, isKnown) = (node.Kind == BlockKind.Run, ids[slot] != 0);
        if (isKnown && (!isRun || counts[slot] >= node.Count))
        {
            return false;
        }

        if (!isKnown && ++filled > Most)
        {
            Array.Clear(ids);
            (filled, slot, IsExact) = (1, Slot(node.Id), false);
        }

        ids[slot] = node.Id;
        if (isRun)
        {
            counts = counts.Length == 0 ? new int[Slots] : counts;
            counts[slot] = node.Count;
            IsExact = IsExact && !isKnown;
        }

        return true;
    }

    private static int Slot(long id) => (int)(id & (Slots - 1));
}
