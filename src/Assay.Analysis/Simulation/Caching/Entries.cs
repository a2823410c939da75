namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Cache entries of one node by the depth at which they end. A block of a text has one place for an entry, a run of a
/// trace as many as it has blocks, so that few nodes have a list. Those that no prompt comes past again are forgotten
/// when there is no more room, so room follows what lives.
/// </summary>
/// <param name="longest">Microseconds after which no call finds an entry alive.</param>
internal sealed class Entries(long longest)
{
    private const int Nowhere = -1;

    private readonly Heads heads = new();
    private Entry[] pool = new Entry[64];
    private int free;
    private int filled = 1;

    /// <summary>Entries that there is room for.</summary>
    public int Room => Math.Max(pool.Length, heads.Room);

    /// <summary>The deepest entry that lives and is no deeper than asked; 0 where there is none.</summary>
    public int Deepest(int node, int depth, long since)
    {
        var best = 0;
        for (var at = heads.Find(node); at != 0 && pool[at].Depth <= depth; at = pool[at].Next)
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
        ref var at = ref heads.Find(node);
        while (at != 0)
        {
            ref var entry = ref pool[at];
            if (entry.Last < since)
            {
                var dead = at;
                at = entry.Next;
                Release(dead);
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
        var fresh = Rent(now);
        ref var at = ref heads.Add(node);
        while (at != 0 && pool[at].Depth < depth)
        {
            at = ref pool[at].Next;
        }

        if (at != 0 && pool[at].Depth == depth)
        {
            pool[at].Last = now;
            Release(fresh);
            return;
        }

        pool[fresh] = new Entry { Node = node, Depth = depth, Last = now, Next = at };
        at = fresh;
    }

    /// <summary>Nothing of a node lives.</summary>
    public void Forget(int node)
    {
        ref var at = ref heads.Find(node);
        while (at != 0)
        {
            var each = at;
            at = pool[each].Next;
            Release(each);
        }
    }

    /// <summary>Taken before places of the pool are pointed at, because a full pool moves.</summary>
    private int Rent(long now)
    {
        var isFull = free == 0 && filled == pool.Length;
        if (isFull || heads.IsFull)
        {
            if (Sweep(now - longest) < pool.Length / 2 && isFull)
            {
                Array.Resize(ref pool, pool.Length * 2);
            }

            heads.Rebuild();
        }

        if (free == 0)
        {
            return filled++;
        }

        var at = free;
        free = pool[at].Next;
        return at;
    }

    private void Release(int at) => (pool[at].Node, pool[at].Next, free) = (Nowhere, free, at);

    /// <summary>Forgets what is dead, wherever it is.</summary>
    /// <returns>How many places that made.</returns>
    private int Sweep(long since)
    {
        var freed = 0;
        for (var i = 1; i < filled; i++)
        {
            if (pool[i].Node == Nowhere || pool[i].Last >= since)
            {
                continue;
            }

            ref var at = ref heads.Find(pool[i].Node);
            while (at != 0)
            {
                var each = at;
                if (pool[each].Last >= since)
                {
                    at = ref pool[each].Next;
                    continue;
                }

                at = pool[each].Next;
                Release(each);
                freed++;
            }
        }

        return freed;
    }

    private struct Entry
    {
        public long Last;
        public int Node;
        public int Depth;
        public int Next;
    }
}
