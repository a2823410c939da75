using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Watches calls go by and remembers, group by group, the ends of their tools and system prompts: where these differ
/// from call to call, a cache of the one is no use to the other.
/// </summary>
internal sealed class PrefixWatch(CallSequence calls) : IReplayStep
{
    /// <summary>More different ends than these tell no more.</summary>
    private const int Most = 1_000;

    /// <summary>Of so many calls at least one must begin otherwise, before it is worth a word.</summary>
    private const int OneIn = 20;

    private readonly SectionEnds sections = SectionEnds.Of(calls.Tree);
    private readonly HashSet<int>[] ends = [.. calls.Groups.Select(_ => new HashSet<int>())];
    private readonly Dictionary<int, int?> stable = [];
    private readonly long[] counts = new long[calls.Groups.Count];
    private readonly int[] tops = calls.Tree.HasSections ? Tops(calls.Tree) : [];
    private readonly Dictionary<int, int> groupOfTop = [];

    public void Apply(ref ReplayedCall call)
    {
        counts[call.Group]++;
        if (call.Leaf >= 0 && tops.Length > 0)
        {
            groupOfTop[tops[call.Leaf]] = call.Group;
        }

        if (call.Leaf >= 0 && Math.Max(sections.System[call.Leaf], sections.Tools[call.Leaf]) is >= 0 and var end
            && ends[call.Group].Count < Most)
        {
            ends[call.Group].Add(end);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => [];

    /// <summary>
    /// A group whose prompts begin with this block, of those with tools or a system prompt; null where no call's do.
    /// </summary>
    public int? GroupOf(int first) => groupOfTop.TryGetValue(first, out var group) ? group : null;

    /// <summary>Blocks from the first on that all calls of a group share; null where what they share is all.</summary>
    public int? StableBlocks(int group)
    {
        if (!stable.TryGetValue(group, out var blocks))
        {
            stable[group] = blocks = Fork([group])?.Depth;
        }

        return blocks;
    }

    /// <returns>Null where prefixes are as good as stable.</returns>
    public UnstablePrefix? Of(IReadOnlyList<int> groups)
    {
        if (Fork(groups) is not { } fork)
        {
            return null;
        }

        var (tree, path) = (calls.Tree, Path(fork.Nodes[0]));
        var role = tree.Role[fork.Nodes[0]];
        var number = path.Count(node => tree.Role[node] == role);
        var variants = calls.Variants(fork.Nodes);
        return new UnstablePrefix(
            role == BlockRole.Tools ? $"tool {number}" : $"block {number} of the system prompt",
            variants.Contents,
            variants.Templates,
            fork.Depth == 0 ? 0 : Math.Max(0, tree.Tokens[path[fork.Depth - 1]]))
        {
            ToolOrders = role == BlockRole.Tools ? ToolOrders(groups) : null,
        };
    }

    /// <returns>Null where calls that offer the same tools offer them in one order.</returns>
    private (int Orders, int Sets)? ToolOrders(IReadOnlyList<int> groups)
    {
        var content = calls.Blocks().Content;
        var orders = groups.SelectMany(group => ends[group]).Distinct()
            .Select(end => string.Join(',', Path(end).Where(IsTool).Select(node => content[node])))
            .ToHashSet(StringComparer.Ordinal);
        var sets = orders.Select(order => string.Join(',', order.Split(',').Order(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal).Count();
        return sets < orders.Count ? (orders.Count, sets) : null;
    }

    private bool IsTool(int node) => calls.Tree.Role[node] == BlockRole.Tools;

    private (int Depth, IReadOnlyList<int> Nodes)? Fork(IReadOnlyList<int> groups)
    {
        var paths = groups.SelectMany(group => ends[group]).Distinct().Take(Most).Select(Path).ToList();
        for (var depth = 0; paths.Count > 1; depth++)
        {
            var at = paths.Where(path => path.Count > depth).Select(path => path[depth]).Distinct().Order().ToList();
            if (at.Count > 1)
            {
                return at.Count < Most && (long)at.Count * OneIn < groups.Sum(group => counts[group])
                    ? null
                    : (depth, at);
            }

            if (at.Count == 0)
            {
                break;
            }
        }

        return null;
    }

    private static int[] Tops(ShapeTree tree)
    {
        var first = new int[tree.Count];
        for (var node = 0; node < tree.Count; node++)
        {
            first[node] = tree.Parent[node] < 0 ? node : first[tree.Parent[node]];
        }

        return first;
    }

    private List<int> Path(int end)
    {
        var path = new List<int>();
        for (var node = end; node >= 0; node = calls.Tree.Parent[node])
        {
            path.Add(node);
        }

        path.Reverse();
        return path;
    }
}
