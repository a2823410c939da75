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

    /// <summary>
    /// Picks a share of what comes, as evenly as can be and in step with nothing that recurs: multiples of the golden
    /// ratio lie evenly between 0 and 1.
    /// </summary>
    private struct EvenShare(decimal share)
    {
        /// <summary>2^64 over the golden ratio.</summary>
        private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

        private readonly ulong below = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
        private ulong at;

        public bool Next() => (at += Golden) < below || below == ulong.MaxValue;
    }
}
