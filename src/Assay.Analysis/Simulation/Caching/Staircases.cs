namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// How deep each node's prefixes live. Whoever uses a prefix uses all shorter ones, so a deeper one was never used
/// later: of each node a staircase of (depth, last use) is kept, the shallowest and latest step first. Steps lie in a
/// pool; those that no prompt comes past again are forgotten when there is no more room, so room follows what lives.
/// </summary>
/// <param name="longest">Microseconds after which no call finds a prefix alive.</param>
internal sealed class Staircases(long longest)
{
    private const int Nowhere = -1;

    private readonly Heads heads = new();
    private Step[] pool = new Step[64];
    private int free;
    private int filled = 1;

    /// <summary>Steps that there is room for.</summary>
    public int Room => Math.Max(pool.Length, heads.Room);

    /// <summary>The deepest block that lives; 0 where none does. What does not live is forgotten.</summary>
    /// <param name="since">What was last used before is dead.</param>
    public int Deepest(int node, long since)
    {
        var best = 0;
        ref var at = ref heads.Find(node);
        while (at != 0)
        {
            ref var step = ref pool[at];
            if (step.Last < since)
            {
                // What is deeper was not used later.
                Release(at);
                at = 0;
                break;
            }

            best = step.Deep;
            at = ref step.Older;
        }

        return best;
    }

    /// <summary>The prefixes up to a depth are used.</summary>
    public void Use(int node, int depth, long now)
    {
        var at = heads.Find(node);
        if (at == 0 || pool[at].Deep > depth)
        {
            var fresh = Rent(now);
            ref var head = ref heads.Add(node);
            pool[fresh] = new Step { Node = node, Deep = depth, Last = now, Older = head };
            head = fresh;
            return;
        }

        ref var step = ref pool[at];
        while (step.Older != 0 && pool[step.Older].Deep <= depth)
        {
            var reached = step.Older;
            step.Older = pool[reached].Older;
            (pool[reached].Node, pool[reached].Older, free) = (Nowhere, free, reached);
        }

        (step.Deep, step.Last) = (depth, now);
    }

    /// <summary>Nothing of a node lives.</summary>
    public void Forget(int node)
    {
        ref var at = ref heads.Find(node);
        if (at != 0)
        {
            Release(at);
            at = 0;
        }
    }

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
        free = pool[at].Older;
        return at;
    }

    private int Release(int from)
    {
        var count = 0;
        while (from != 0)
        {
            var next = pool[from].Older;
            (pool[from].Node, pool[from].Older, free) = (Nowhere, free, from);
            (from, count) = (next, count + 1);
        }

        return count;
    }

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
            while (pool[at].Last >= since)
            {
                at = ref pool[at].Older;
            }

            freed += Release(at);
            at = 0;
        }

        return freed;
    }

    private struct Step
    {
        public long Last;
        public int Node;
        public int Deep;
        public int Older;
    }
}
