using Assay.Calls;

namespace Assay.Ledgers;

/// <summary>
/// Nodes that were written, so that a prompt which thousands of calls begin with is written once and not looked up.
/// What was forgotten is written again, and found at the commit; that is dear, so much is remembered.
/// </summary>
internal sealed class NodeMemory
{
    private const int MostSlots = 1 << 20;

    /// <summary>
    /// Ids are hashes, so they are spread as they are. Zero is free. Grows with what is written: small, it lies near
    /// the core.
    /// </summary>
    private long[] ids = new long[1 << 13];

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
            slot = (slot + 1) & (ids.Length - 1);
        }

        var (isRun, isKnown) = (node.Kind == BlockKind.Run, ids[slot] != 0);
        if (isKnown && (!isRun || counts[slot] >= node.Count))
        {
            return false;
        }

        if (!isKnown && ++filled > ids.Length / 4 * 3)
        {
            MakeRoom();
            slot = Free(node.Id);
        }

        ids[slot] = node.Id;
        if (isRun)
        {
            counts = counts.Length == 0 ? new int[ids.Length] : counts;
            counts[slot] = node.Count;
            IsExact = IsExact && !isKnown;
        }

        return true;
    }

    private void MakeRoom()
    {
        var (before, lengths) = (ids, counts);
        if (before.Length == MostSlots)
        {
            Array.Clear(ids);
            (filled, IsExact) = (1, false);
            return;
        }

        ids = new long[before.Length * 2];
        counts = lengths.Length == 0 ? [] : new int[ids.Length];
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != 0)
            {
                var slot = Free(before[i]);
                ids[slot] = before[i];
                if (lengths.Length > 0)
                {
                    counts[slot] = lengths[i];
                }
            }
        }
    }

    private int Free(long id)
    {
        var slot = Slot(id);
        while (ids[slot] != 0)
        {
            slot = (slot + 1) & (ids.Length - 1);
        }

        return slot;
    }

    private int Slot(long id) => (int)(id & (ids.Length - 1));
}
