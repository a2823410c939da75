using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Context;

/// <summary>Definitions of tools that are never used are not sent.</summary>
/// <param name="unused">Nodes that define them, by group.</param>
internal sealed class UnusedToolsStep(
    ShapeTree tree, Caching.SectionEnds ends, ILookup<int, int> unused) : IReplayStep
{
    private readonly Dictionary<(int Group, int End), long> dropped = [];
    private long trimmed;
    private long tokens;
    private long notJudged;

    public void Apply(ref ReplayedCall call)
    {
        if (call.Leaf < 0 || call.Input < 0 || tree.BlockTokens[call.Leaf] > 0)
        {
            notJudged++;
            return;
        }

        if (ends.Tools[call.Leaf] is >= 0 and var end && Dropped(call.Group, end) is > 0 and var drop)
        {
            drop = Math.Min(drop, call.Prompt);
            trimmed++;
            tokens += drop;
            call.Drop(drop);
            call.DroppedTools += drop;
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
    [
        ("callsTrimmed", trimmed),
        ("tokensDropped", tokens),
        ("toolsUnused", unused.SelectMany(group => group).Distinct().Count()),
        ("callsNotJudged", notJudged),
    ];

    private long Dropped(int group, int end)
    {
        if (!dropped.TryGetValue((group, end), out var sum))
        {
            var nodes = unused[group].ToHashSet();
            for (var node = end; node >= 0 && tree.Role[node] == BlockRole.Tools; node = tree.Parent[node])
            {
                var before = tree.Parent[node] < 0 ? 0 : tree.Tokens[tree.Parent[node]];
                sum += nodes.Contains(node) ? Math.Max(0, tree.Tokens[node] - before) : 0;
            }

            dropped[(group, end)] = sum;
        }

        return sum;
    }
}
