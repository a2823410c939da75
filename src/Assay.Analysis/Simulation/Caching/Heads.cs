using System.Numerics;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>Where the list of a node begins, for nodes that have one: others take no room.</summary>
internal sealed class Heads
{
    private const int Least = 256;

    private int[] nodes = new int[Least];
    private int[] heads = new int[Least];
    private int used;
    private int none;

    /// <summary>Ask for <see cref="Rebuild"/> before the next <see cref="Add"/>.</summary>
    public bool IsFull => used * 2 >= nodes.Length;

    /// <summary>Nodes that there is room for.</summary>
    public int Room => nodes.Length;

    /// <returns>The head, 0 for no list; it is not to be set where it is 0.</returns>
    public ref int Find(int node)
    {
        var slot = Slot(node);
        return ref nodes[slot] == 0 ? ref none : ref heads[slot];
    }

    /// <returns>The head, 0 for a node that had none.</returns>
    public ref int Add(int node)
    {
        var slot = Slot(node);
        if (nodes[slot] == 0)
        {
            nodes[slot] = node + 1;
            used++;
        }

        return ref heads[slot];
    }

    /// <summary>Leaves out nodes whose lists ended, and makes room for as many as are left.</summary>
    public void Rebuild()
    {
        var (oldNodes, oldHeads) = (nodes, heads);
        used = oldHeads.Length - oldHeads.AsSpan().Count(0);
        var room = Math.Max(Least, (int)BitOperations.RoundUpToPowerOf2((uint)used * 4));
        (nodes, heads) = (new int[room], new int[room]);
        for (var i = 0; i < oldNodes.Length; i++)
        {
            if (oldHeads[i] != 0)
            {
                var slot = Slot(oldNodes[i] - 1);
                (nodes[slot], heads[slot]) = (oldNodes[i], oldHeads[i]);
            }
        }
    }

    /// <returns>The slot of a node, or the free one where it would be; a node and one is kept, zero is free.</returns>
    private int Slot(int node)
    {
        var slot = (int)((uint)node * 2654435769u >> (32 - BitOperations.Log2((uint)nodes.Length)));
        while (nodes[slot] is not 0 and var other && other != node + 1)
        {
            slot = (slot + 1) & (nodes.Length - 1);
        }

        return slot;
    }
}
