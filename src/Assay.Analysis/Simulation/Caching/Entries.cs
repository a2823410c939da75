namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Cache entries of one node by the depth at which they end. A block of a text has one place for an entry, a run of a
/// trace as many as it has blocks, so that few nodes have a list.
/// </summary>
internal sealed class Entries(int nodes)
{
    private readonly int[] first = new int[nodes];
    private Entry[] pool = new Entry[64];
    private int free;
    private int filled = 1;

    /// <summary>The deepest entry that lives and is no deeper than asked; 0 where there is none.</summary>
    public int Deepest(int node, int depth, long since)
    {
        var best = 0;
        for (var at = first[node]; at != 0 && pool[at].Depth <= depth; at = pool[at].Next)
        {
            best = pool[at].Last >= since ? pool[at].Depth : best;
        }

        return best;
    }

    /// <summary>
    /// A prompt goes past: entries on its way that live are used, those that are dead are forgotten, wherever they are.
    /// </summary>
    public void Use(int node, int depth, long since, long now)
    {
        ref var at = ref first[node];
        while (at != 0)
        {
            ref var entry = ref pool[at];
            if (entry.Last < since)
            {
                var dead = at;
                at = entry.Next;
                (pool[dead].Next, free) = (free, dead);
                continue;
            }

            if (entry.Depth > depth)
            {
                return;
            }

            entry.Last = now;
            at = ref entry.Next;
        }
    }

    /// <summary>An entry is written, or used where it is there.</summary>
    public void Put(int node, int depth, long now)
    {
        var fresh = Rent();
        ref var at = ref first[node];
        while (at != 0 && pool[at].Depth < depth)
        {
            at = ref pool[at].Next;
        }

        if (at != 0 && pool[at].Depth == depth)
        {
            pool[at].Last = now;
            (pool[fresh].Next, free) = (free, fresh);
            return;
        }

        pool[fresh] = new Entry { Depth = depth, Last = now, Next = at };
        at = fresh;
    }

    /// <summary>Nothing of a node lives.</summary>
    public void Forget(int node)
    {
        while (first[node] != 0)
        {
            var at = first[node];
            first[node] = pool[at].Next;
            (pool[at].Next, free) = (free, at);
        }
    }

    /// <summary>Taken before places of the pool are pointed at, because a full pool moves.</summary>
    private int Rent()
    {
        if (free != 0)
        {
            var at = free;
            free = pool[at].Next;
            return at;
        }

        if (filled == pool.Length)
        {
            Array.Resize(ref pool, pool.Length * 2);
        }

        return filled++;
    }

    private struct Entry
    {
        public int Depth;
        public long Last;
        public int Next;
    }
}
