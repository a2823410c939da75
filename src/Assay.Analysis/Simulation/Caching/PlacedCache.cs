using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// What Bedrock would do with checkpoints after the tools, after the system prompt and at the end of the last message:
/// the longest entry is read that ends at a checkpoint or at most 20 blocks before one, and the rest up to the last
/// checkpoint is written. A trace's blocks are no content blocks, so there the look back has no end.
/// </summary>
/// <param name="choices">Of each group.</param>
internal sealed class PlacedCache(
    ShapeTree tree, IReadOnlyList<PlacedChoice> choices, CacheLanes lanes, CacheRates? rates) : IReplayStep
{
    private const int LookBack = 20;

    private readonly OneCache[] caches =
    [
        .. Enumerable.Range(0, lanes.Count).Select(_ => new OneCache(
            new Entries(Life(choices, each => each.Ttl)),
            choices.Any(each => each.Long is not null)
                ? new Entries(Life(choices, each => each.Long ?? each.Ttl))
                : null,
            new PromptPath(tree))),
    ];
    private readonly PlacedChoice[] choices = [.. choices];
    private readonly SectionEnds ends = SectionEnds.Of(tree);
    private readonly CacheCounts counts = new(rates);
    private readonly (int Node, int End, long Tokens)[] points = new (int, int, long)[4];

    public void Apply(ref ReplayedCall call)
    {
        if (call.Input < 0 || (call.Leaf < 0 && call.LeafBlocks < 0))
        {
            counts.NotJudged++;
            return;
        }

        call.Uncache();
        var choice = choices[call.Group];
        if (choice.Ttl is not { } ttl)
        {
            counts.NotOffered++;
            return;
        }

        var placed = Place(call, choice);
        if (placed == 0)
        {
            counts.BelowMinimum += choice.Points != CachePoints.None && call.Input < choice.Least ? 1 : 0;
            return;
        }

        var cache = caches[lanes.Of(call)];
        var lives = new Lives(call.Time, ttl, choice.Long);
        var upto = points[placed - 1].Tokens;
        var read = Math.Min(Longest(cache, call, placed, lives), upto);
        Use(cache, call, placed, lives);
        var front = Math.Max(read, Front(call, placed, choice));
        call.CacheRead = read;
        call.Input -= upto;
        ttl.Write(ref call, upto - front);
        choice.Long?.Write(ref call, front - read);
    }

    private static long Life(IEnumerable<PlacedChoice> choices, Func<PlacedChoice, CacheTtl?> ttl) =>
        choices.Max(each => ttl(each)?.Micros) ?? 0;

    /// <summary>Tokens that are written for longer: up to the last point before the last message.</summary>
    private long Front(in ReplayedCall call, int placed, PlacedChoice choice) =>
        choice.Long is null ? 0
        : points[placed - 1].Node != call.Leaf ? points[placed - 1].Tokens
        : placed > 1 ? points[placed - 2].Tokens
        : 0;

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => counts.Measures(bill);

    /// <summary>The checkpoints that count, in the prompt's order.</summary>
    private int Place(in ReplayedCall call, PlacedChoice choice)
    {
        var placed = 0;
        if (call.Leaf < 0)
        {
            return 0;
        }

        foreach (var (point, node) in ((CachePoints, int)[])
            [(CachePoints.Stable, Stable(call.Leaf, choice)), (CachePoints.Tools, ends.Tools[call.Leaf]),
                (CachePoints.System, ends.System[call.Leaf]), (CachePoints.Last, call.Leaf)])
        {
            if ((choice.Points & point) == CachePoints.None || node < 0)
            {
                continue;
            }

            var end = node == call.Leaf && tree.BlockTokens[node] > 0 ? call.LeafBlocks : tree.Depth[node] + 1;
            var tokens = caches[0].Path.Tokens(call, node, end);
            if (tokens >= choice.Least && tokens <= choice.Most && tokens > 0)
            {
                points[placed++] = (node, end, tokens);
            }
        }

        return placed;
    }

    /// <returns>The last block that all calls share; -1 where the point is not wanted.</returns>
    private int Stable(int leaf, PlacedChoice choice)
    {
        if ((choice.Points & CachePoints.Stable) == CachePoints.None)
        {
            return -1;
        }

        var node = Math.Max(ends.System[leaf], ends.Tools[leaf]);
        while (node >= 0 && tree.Depth[node] >= choice.StableBlocks)
        {
            node = tree.Parent[node];
        }

        return node;
    }

    private long Longest(OneCache cache, in ReplayedCall call, int placed, in Lives lives)
    {
        for (var i = placed - 1; i >= 0; i--)
        {
            var (node, end, _) = points[i];
            for (var back = 0; node >= 0 && (back <= LookBack || tree.BlockTokens[node] > 0); back++)
            {
                if (cache.Path.IsOther(call, node))
                {
                    cache.Forget(node);
                }

                if (cache.Deepest(node, end, lives) is > 0 and var found)
                {
                    return cache.Path.Tokens(call, node, found);
                }

                (node, end) = cache.Path.Before(call, node);
            }
        }

        return 0;
    }

    private void Use(OneCache cache, in ReplayedCall call, int placed, in Lives lives)
    {
        var (node, end, _) = points[placed - 1];
        for (; node >= 0; (node, end) = cache.Path.Before(call, node))
        {
            if (cache.Path.IsOther(call, node))
            {
                cache.Forget(node);
            }

            cache.Short.Use(node, end, lives.Since, call.Time);
            cache.Long?.Use(node, end, lives.SinceLong, call.Time);
        }

        for (var i = 0; i < placed; i++)
        {
            var entries = lives.HasLong && points[i].Node != call.Leaf ? cache.Long! : cache.Short;
            entries.Put(points[i].Node, points[i].End, call.Time);
        }
    }

    /// <summary>Since when an entry must have been used to be alive.</summary>
    private readonly record struct Lives(long Since, long SinceLong, bool HasLong)
    {
        public Lives(long now, CacheTtl ttl, CacheTtl? longer)
            : this(now - ttl.Micros, now - (longer ?? ttl).Micros, longer is not null)
        {
        }
    }

    /// <summary>Entries of a Region, those that live longer apart.</summary>
    private sealed record OneCache(Entries Short, Entries? Long, PromptPath Path)
    {
        public int Deepest(int node, int end, in Lives lives) => Math.Max(
            Short.Deepest(node, end, lives.Since), Long?.Deepest(node, end, lives.SinceLong) ?? 0);

        public void Forget(int node)
        {
            Short.Forget(node);
            Long?.Forget(node);
        }
    }
}
