using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>Groups of calls are made under another model, scope or tier.</summary>
/// <param name="moves">Of each group; null where it stays.</param>
internal sealed class MoveStep(IReadOnlyList<Move?> moves) : IReplayStep
{
    private readonly bool[] isMoved = [.. moves.Select(move => move is not null)];
    private readonly bool[] isUncached = [.. moves.Select(move => move is { KeepsCache: false })];
    private readonly decimal[] ratios = [.. moves.Select(move => move?.Ratio ?? 1)];
    private long moved;

    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) =>
        [.. before.Select((meter, i) => moves[i]?.Meter ?? meter)];

    public void Apply(ref ReplayedCall call)
    {
        moved += isMoved[call.Group] ? 1 : 0;
        if (isUncached[call.Group])
        {
            call.Uncache();
        }

        if (ratios[call.Group] is not 1 and var ratio)
        {
            call.Recount(ratio);
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsMoved", moved), ("groupsMoved", isMoved.Count(each => each)), ("groups", isMoved.Length)];
}
