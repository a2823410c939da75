using Assay.Calls;
using Assay.Ledgers.Replaying;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Prompts as they would be if dates, numbers and ids in tools and system prompt stood behind everything else, and the
/// same tools came in one order: blocks of one template are one block. A step behind which caching comes.
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
    /// <param name="rootOf">Of a first block, whose prompts begin with it: no other's are the same.</param>
    public static (int[] Same, ShapeTree Tree) Of(ShapeTree tree, ShapeBlocks blocks, Func<int, int> rootOf)
    {
        var (same, parents, hasOthers) = (new int[tree.Count], new int[tree.Count], new bool[tree.Count]);
        var tools = new (int Root, long Set)[tree.Count];
        var first = new Dictionary<(int Under, int Depth, BlockRole Role, long Hash), int>();
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

            // Tools are what a set of them is, whatever their order; a negative number is a root's.
            var role = tree.Role[node];
            var (root, set) = tree.Parent[node] < 0 ? (~rootOf(node), 0) : tools[tree.Parent[node]];
            tools[node] = (root, role == BlockRole.Tools ? set + Mixed(blocks.Template[node]) : set);
            var key = role == BlockRole.Tools
                ? (root, tree.Depth[node], role, tools[node].Set)
                : (parent < 0 ? root : parent, 0, role, isFront ? blocks.Template[node] : blocks.Content[node]);
            if (!first.TryAdd(key, node))
            {
                same[node] = first[key];
                hasOthers[same[node]] = true;
            }
        }

        return (same, tree.Under(parents));
    }

    /// <summary>Sums of these are the same in any order and otherwise differ (the finaliser of SplitMix64).</summary>
    private static long Mixed(long hash)
    {
        var bits = (ulong)hash + 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return (long)(bits ^ (bits >> 31));
    }
}
