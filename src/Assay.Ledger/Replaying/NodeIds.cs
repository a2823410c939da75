using System.Numerics;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// Ids of the prefix tree's nodes and their places: by depth, so that parents stand before their children, then by id.
/// </summary>
internal sealed class NodeIds
{
    private readonly long[] ids;
    private readonly int[] slots;

    public NodeIds(Database database)
    {
        var depths = database.Query(
            "select depth, cast(count(*) as integer) from shape_node group by depth order by depth",
            row => (Depth: row.GetInt32(0), Count: row.GetInt32(1)));
        var (next, count) = (new int[depths is [.., var deepest] ? deepest.Depth + 1 : 0], 0);
        foreach (var each in depths)
        {
            (next[each.Depth], count) = (count, count + each.Count);
        }

        (ids, var nodes, var depth) = (new long[count], new long[Chunks.MostRows], new int[Chunks.MostRows]);
        database.Stream("select node_id, depth from shape_node", (columns, rows) =>
        {
            columns.Copy(0, rows, nodes);
            columns.Copy(1, rows, depth);
            for (var i = 0; i < rows; i++)
            {
                ids[next[depth[i]]++] = nodes[i];
            }
        });
        foreach (var each in depths)
        {
            ids.AsSpan(next[each.Depth] - each.Count, each.Count).Sort();
        }

        // A slot holds a place and one; zero is free. Ids are hashes, so they are spread as they are.
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(count + (count / 2) + 1))];
        for (var place = 0; place < count; place++)
        {
            slots[Slot(ids[place])] = place + 1;
        }
    }

    public int Count => ids.Length;

    public long this[int place] => ids[place];

    /// <returns>-1 where there is no such node.</returns>
    public int Find(long id) => slots[Slot(id)] - 1;

    /// <summary>Puts places where ids were.</summary>
    public void Find(ReadOnlySpan<long> of, Span<int> places)
    {
        for (var i = 0; i < of.Length; i++)
        {
            places[i] = Find(of[i]);
        }
    }

    /// <returns>The slot of an id, or the free one where it would be.</returns>
    private int Slot(long id)
    {
        var slot = (int)id & (slots.Length - 1);
        while (slots[slot] is not 0 and var place && ids[place - 1] != id)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }
}
