using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Ahead of a call the smaller model's is made, and one that checks its answer; the call itself only where it
/// escalates.
/// </summary>
/// <param name="small">Of each group; null where there is no cascade.</param>
/// <param name="more">Further measures.</param>
internal sealed class CascadeStep(
    IReadOnlyList<Move?> small, decimal escalate, decimal check, IReadOnlyList<(string Name, decimal? Value)> more)
    : IReplayStep
{
    private readonly Move?[] small = [.. small];
    private readonly EvenShare[] escalating = [.. small.Select(_ => new EvenShare(escalate))];
    private readonly EvenShare[] checking = [.. small.Select(_ => new EvenShare(check))];
    private long moved;
    private long escalated;
    private long checks;

    public IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) =>
        [.. before, .. before.Select((meter, i) => small[i]?.Meter ?? meter)];

    public void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
        if (small[call.Group] is not { } move)
        {
            return;
        }

        var asked = call;
        asked.Group += small.Length;
        if (!move.KeepsCache)
        {
            asked.Uncache();
        }

        if (move.Ratio != 1)
        {
            asked.Recount(move.Ratio);
        }

        moved++;
        first.Add(asked);
        if (checking[call.Group].Next())
        {
            checks++;
            first.Add(asked);
        }
    }

    public void Apply(ref ReplayedCall call)
    {
        if (small[call.Group] is null)
        {
            return;
        }

        call.IsGone = !escalating[call.Group].Next();
        escalated += call.IsGone ? 0 : 1;
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) =>
        [("callsMoved", moved), ("callsChecked", checks), ("callsEscalated", escalated), .. more];
}
