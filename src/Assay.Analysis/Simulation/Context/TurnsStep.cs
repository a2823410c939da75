using Assay.Calls;
using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation.Context;

/// <summary>Of a conversation only the last turns are sent, after the tools and the system prompt.</summary>
/// <param name="summary">
/// Tokens that stand for what is left out; 0 writes none. What leaves the window is summed up once, by a call that
/// reads it and the summary before it.
/// </param>
internal sealed class TurnsStep(ShapeTree tree, Caching.SectionEnds ends, long turns, long summary) : IReplayStep
{
    private long trimmed;
    private long tokens;
    private long notJudged;
    private long written;
    private long writing;
    private readonly HashSet<int> summedUp = [];

    public void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
        if (summary == 0 || !IsJudged(call) || Left(call) is not { Drop: > 0 } left || !summedUp.Add(left.UpTo))
        {
            return;
        }

        // From the last summary on, which stands for all before it.
        var from = tree.Parent[left.UpTo];
        while (from > left.After && !summedUp.Contains(from))
        {
            from = tree.Parent[from];
        }

        var sum = new ReplayedCall
        {
            Time = call.Time,
            Group = call.Group,
            Lane = call.Lane,
            Leaf = -1,
            Input = tree.Tokens[left.UpTo] - (from < 0 ? 0 : tree.Tokens[from]) + (from > left.After ? summary : 0),
            Output = summary,
        };
        written++;
        writing += sum.Input + sum.Output;
        first.Add(sum);
    }

    public void Apply(ref ReplayedCall call)
    {
        if (!IsJudged(call))
        {
            notJudged++;
        }
        else if (Left(call) is { Drop: > 0 } left)
        {
            trimmed++;
            tokens += left.Drop;
            call.Drop(left.Drop);
            call.Left = new Gap(left.After, left.UpTo, left.Drop);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
    [
        ("callsTrimmed", trimmed), ("tokensDropped", tokens), ("summariesWritten", written),
        ("tokensOfSummaries", writing), ("callsNotJudged", notJudged),
    ];

    private bool IsJudged(in ReplayedCall call) =>
        call.Leaf >= 0 && call.Input >= 0 && tree.BlockTokens[call.Leaf] == 0;

    /// <summary>Between which nodes turns are left out, and how many tokens less that is; null for none.</summary>
    private (int After, int UpTo, long Drop)? Left(in ReplayedCall call)
    {
        var upTo = LastLeftOut(call.Leaf);
        if (upTo < 0)
        {
            return null;
        }

        var after = Math.Max(ends.System[call.Leaf], ends.Tools[call.Leaf]);
        return (after, upTo,
            Math.Min(tree.Tokens[upTo] - (after < 0 ? 0 : tree.Tokens[after]), call.Prompt) - summary);
    }

    /// <returns>The node before the turns that are kept; -1 where all are.</returns>
    private int LastLeftOut(int leaf)
    {
        var kept = 0L;
        for (var node = leaf; node >= 0; node = tree.Parent[node])
        {
            if (tree.Role[node] < BlockRole.User)
            {
                return -1;
            }

            var parent = tree.Parent[node];
            if (BeginsTurn(node, parent) && ++kept == turns)
            {
                return parent >= 0 && tree.Role[parent] >= BlockRole.User ? parent : -1;
            }
        }

        return -1;
    }

    private bool BeginsTurn(int node, int parent) =>
        tree.Role[node] == BlockRole.User && !tree.IsToolResult[node]
        && (parent < 0 || tree.Role[parent] != BlockRole.User);
}
