using Assay.Units;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// The arithmetic of a cascade, of groups of calls: what it costs is small × (1 + check) + escalation × large.
/// </summary>
/// <param name="small">Of each group where the smaller model would take its calls; null where none can.</param>
/// <param name="check">Share of the smaller model's answers that another call of it checks.</param>
internal sealed class CascadeCosts(Mover mover, IReadOnlyList<Move?> small, decimal check)
{
    private readonly IReadOnlyList<(Usd First, Usd Large)?> groups =
    [
        .. small.Select((move, i) => move is not null
            && mover.Cost(i, move) * move.Ratio * (1 + check) is { } first
            && mover.Cost(i, new Move(mover.Meters[i])) is { } large
            ? (first, large)
            : ((Usd, Usd)?)null),
    ];

    /// <summary>
    /// Of the groups that have a smaller model: the share above which asking twice costs more. Null without any.
    /// </summary>
    public decimal? BreakEven => groups.Sum(each => each?.Large.Amount) is > 0 and var large
        ? decimal.Round(1 - (groups.Sum(each => each?.First.Amount)!.Value / large), 6)
        : null;

    public bool Pays(int group, decimal escalation) =>
        groups[group] is { } each && each.First + (each.Large * escalation) < each.Large;

    /// <summary>What those groups would cost with so much asked again.</summary>
    public Usd At(decimal escalation) => groups.OfType<(Usd First, Usd Large)>()
        .Aggregate(Usd.Zero, (sum, each) => sum + each.First + (each.Large * escalation)).Kept();
}
