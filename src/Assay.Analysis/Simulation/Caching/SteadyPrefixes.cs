using Assay.Calls;
using Assay.Ledgers.Replaying;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Prompts as they would be if dates, numbers and ids in tools and system prompt stood behind everything else: blocks
/// of one template are one block. A step behind which caching comes.
/// </summary>
/// <param name="same">Of each node the one that it is the same as.</param>
/// <param name="cache">The step behind it, on the tree of these.</param>
internal sealed class SteadyPrefixes(int[] same, IReplayStep cache) : IReplayStep
{
    public void Apply(ref ReplayedCall call)
    {
        call.Leaf = call.Leaf < 0 ? call.Leaf : same[call.Leaf];
        cache.Apply(ref call);
    }

    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) => cache.Meters(before);

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => cache.Measures(bill);

    /// <summary>
    /// Of each node the first that is the same once what changes is masked, mostly itself; and the tree of these.
    /// </summary>
    public static (int[] Same, ShapeTree Tree) Of(ShapeTree tree, ShapeBlocks blocks)
    {
        var (same, parents, hasOthers) = (new int[tree.Count], new int[tree.Count], new bool[tree.Count]);
        var first = new Dictionary<(int Parent, BlockRole Role, long Hash), int>();
        for (var node = 0; node < tree.Count; node++)
        {
            same[node] = node;
            var parent = parents[node] = tree.Parent[node] < 0 ? -1 : same[tree.Parent[node]];
            var isFront = tree.Role[node] < BlockRole.User;
            // Messages differ from themselves only behind a front that has others like it.
            if (!isFront && (parent < 0 || !hasOthers[parent]))
            {
                continue;
            }

            var key = (parent, tree.Role[node], isFront ? blocks.Template[node] : blocks.Content[node]);
            if (!first.TryAdd(key, node))
            {
                same[node] = first[key];
                hasOthers[same[node]] = true;
            }
        }

        return (same, tree.Under(parents));
    }
}
