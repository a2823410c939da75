using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// The upper bound: every block boundary is a checkpoint, whatever the model. What lives of a prompt is read, the rest
/// of its whole blocks is written, and tokens after the last whole block are not cached.
/// </summary>
/// <param name="ttls">Of each group; null for no cache.</param>
internal sealed class IdealCache(
    ShapeTree tree, IReadOnlyList<CacheTtl?> ttls, CacheLanes lanes, CacheRates? rates) : IReplayStep
{
    private readonly Staircases[] caches =
        [.. Enumerable.Range(0, lanes.Count).Select(_ => new Staircases(
            ttls.Max(each => each?.Micros) ?? 0))];
    private readonly CacheTtl?[] ttls = [.. ttls];
    private readonly PromptPath[] paths =
        [.. Enumerable.Range(0, lanes.Count).Select(_ => new PromptPath(tree))];
    private readonly CacheCounts counts = new(rates);

    public void Apply(ref ReplayedCall call)
    {
        if (call.Input < 0)
        {
            counts.NotJudged++;
            return;
        }

        if (call.Leaf < 0)
        {
            counts.NotJudged += call.LeafBlocks < 0 ? 1 : 0;
            if (call.LeafBlocks >= 0)
            {
                call.Uncache();
            }

            return;
        }

        call.Uncache();
        if (ttls[call.Group] is not { } ttl)
        {
            return;
        }

        var prompt = call.Input;
        var block = tree.BlockTokens[call.Leaf];
        var whole = block > 0 ? Math.Min((long)call.LeafBlocks * block, prompt) : prompt;
        var read = Math.Min(Use(call, call.Time - ttl.Micros), whole);
        call.CacheRead = read;
        call.Input = prompt - whole;
        ttl.Write(ref call, whole - read);
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => counts.Measures(bill);

    /// <summary>Uses every prefix of the prompt.</summary>
    /// <returns>Tokens of the longest one that lived before.</returns>
    private long Use(in ReplayedCall call, long since)
    {
        var lane = lanes.Of(call);
        var (cache, path) = (caches[lane], paths[lane]);
        var end = tree.BlockTokens[call.Leaf] > 0 ? call.LeafBlocks : tree.Depth[call.Leaf] + 1;
        var read = -1L;
        for (var node = call.Leaf; node >= 0; (node, end) = path.Before(call, node))
        {
            if (path.IsOther(call, node))
            {
                cache.Forget(node);
            }

            if (read < 0 && cache.Deepest(node, since) is > 0 and var lives)
            {
                read = path.Tokens(call, node, Math.Min(lives, end));
            }

            cache.Use(node, end, call.Time);
        }

        return Math.Max(read, 0);
    }
}
