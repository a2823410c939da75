using System.Runtime.CompilerServices;
using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>Of every node, where the tools and the system prompt before it end; -1 where there are none.</summary>
internal sealed class SectionEnds
{
    private static readonly ConditionalWeakTable<ShapeTree, SectionEnds> Known = [];

    private SectionEnds(ShapeTree tree)
    {
        (Tools, System) = (new int[tree.Count], new int[tree.Count]);
        for (var node = 0; node < tree.Count; node++)
        {
            var parent = tree.Parent[node];
            Tools[node] = tree.Role[node] == BlockRole.Tools ? node : parent < 0 ? -1 : Tools[parent];
            System[node] = tree.Role[node] == BlockRole.System ? node : parent < 0 ? -1 : System[parent];
        }
    }

    /// <summary>Whoever asks of one tree shares the answer.</summary>
    public static SectionEnds Of(ShapeTree tree) => Known.GetValue(tree, each => new SectionEnds(each));

    public int[] Tools { get; }

    public int[] System { get; }
}
