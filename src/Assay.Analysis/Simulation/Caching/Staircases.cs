namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// How deep each node's prefixes live. Whoever uses a prefix uses all shorter ones, so a deeper one was never used
/// later: of each node a staircase of (depth, last use) is kept, the shallowest and latest step first. The first step
/// lies in arrays by node; the rest, which few nodes have, in a pool whose places are used again.
/// </summary>
internal sealed class Staircases(int nodes)
{
    private readonly int[] deep = new int[nodes];
    private readonly long[] last = new long[nodes];
    private readonly int[] older = new int[nodes];
    private Step[] pool = new Step[64];
    private int free;
    private int filled = 1;

    /// <summary>The deepest block that lives; 0 where none does. What does not live is forgotten.</summary>
    /// <param name="since">What was last used before is dead.</param>
    public int Deepest(int node, long since)
    {
        if (deep[node] == 0)
        {
            return 0;
        }

        if (last[node] < since)
        {
            Forget(node);
            return 0;
        }

        var best = deep[node];
        ref var next = ref older[node];
        while (next != 0)
        {
            ref var step = ref pool[next];
            if (step.Last < since)
            {
                Release(next);
                next = 0;
                break;
            }

            best = step.Deep;
            next = ref step.Older;
        }

        return best;
    }

    /// <summary>The prefixes up to a depth are used.</summary>
    public void Use(int node, int depth, long now)
    {
        while (deep[node] != 0 && deep[node] <= depth)
        {
            Pop(node);
        }

        if (deep[node] != 0)
        {
            older[node] = Rent(new Step(deep[node], last[node], older[node]));
        }

        (deep[node], last[node]) = (depth, now);
    }

    /// <summary>Nothing of a node lives.</summary>
    public void Forget(int node)
    {
        Release(older[node]);
        (deep[node], older[node]) = (0, 0);
    }

    private void Pop(int node)
    {
        var at = older[node];
        if (at == 0)
        {
            deep[node] = 0;
            return;
        }

        (deep[node], last[node], older[node]) = (pool[at].Deep, pool[at].Last, pool[at].Older);
        (pool[at].Older, free) = (free, at);
    }

    private int Rent(Step step)
    {
        var at = free;
        if (at != 0)
        {
            free = pool[at].Older;
        }
        else
        {
            if (filled == pool.Length)
            {
                Array.Resize(ref pool, pool.Length * 2);
            }

            at = filled++;
        }

        pool[at] = step;
        return at;
    }

    private void Release(int from)
    {
        while (from != 0)
        {
            var next = pool[from].Older;
            (pool[from].Older, free) = (free, from);
            from = next;
        }
    }

    private struct Step(int deep, long last, int older)
    {
        public readonly int Deep = deep;
        public readonly long Last = last;
        public int Older = older;
    }
}
