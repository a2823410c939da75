using Assay.Units;

namespace Assay.Replays;

/// <summary>
/// One way to serve a demand, at the size that costs least: on demand, Provisioned Throughput or the Reserved tier for
/// a term, or another service tier. Dollars are a month of 30 days at the demand's rate.
/// </summary>
/// <param name="Kind">
/// <c>on-demand</c>, <c>provisioned</c>, <c>reserved</c>, <c>flex</c>, <c>priority</c> or <c>batch</c>.
/// </param>
/// <param name="Term">
/// <c>none</c>, <c>1-month</c>, <c>3-month</c> or <c>6-month</c>; null where nothing is bought, or none was told.
/// </param>
/// <param name="Missing">Why it has no cost: what is not known, and who can say it; null where it has one.</param>
/// <param name="Caveat">What its price does not tell.</param>
public sealed record CapacityChoice(string Kind, string? Term, string? Missing, string Caveat)
{
    /// <summary>Capacity and what spills; null where <see cref="Missing"/> says why.</summary>
    public Usd? MonthlyUsd { get; init; }

    /// <summary>The same where nobody documents how calls spill: the least it can be.</summary>
    public Usd? MonthlyUsdLow { get; init; }

    public Usd? MonthlyUsdHigh { get; init; }

    /// <summary>Of what on-demand calls alone would cost; above 1 it loses money.</summary>
    public decimal? CostRatio { get; init; }

    /// <summary>Some size costs less than on-demand calls. Where none does, the figures are of the least bad.</summary>
    public bool Pays { get; init; }

    /// <summary>Nothing is known that would keep AWS from selling it today.</summary>
    public bool IsSold { get; init; } = true;

    /// <summary>Demand of one window that the size serves; null where nothing is bought.</summary>
    public decimal? Size { get; init; }

    /// <summary>Model units of that size; null for other kinds.</summary>
    public int? Units { get; init; }

    /// <summary>Capacity alone, whether used or not.</summary>
    public Usd? CapacityUsd { get; init; }

    /// <summary>Demand that it serves, of what it could serve.</summary>
    public Share? Utilisation { get; init; }

    /// <summary>Demand that does not fit.</summary>
    public Share? SpillShare { get; init; }

    /// <summary>
    /// The utilisation at which capacity costs what on-demand calls cost; above 1 it never pays.
    /// </summary>
    public decimal? BreakEvenUtilisation { get; init; }

    /// <summary>What it would cost more than the best size, were every window's demand 30 % less.</summary>
    public Usd? RegretUsd { get; init; }

    /// <summary>What a size at the p95 of demand would cost.</summary>
    public Usd? AtP95Usd { get; init; }

    /// <summary>What is reserved apart, input and output; empty for other kinds.</summary>
    public IReadOnlyList<CapacityLane> Lanes { get; init; } = [];

    /// <summary>What stays to be paid if the model is replaced before the term ends.</summary>
    public IReadOnlyList<CapacityReplacement> Replaced { get; init; } = [];

    /// <summary>Months the demand must stay for the term to pay; null where it never does.</summary>
    public decimal? PaysAfterMonths { get; init; }

    /// <summary>Capacity's cost of on-demand calls at each utilisation; empty where nothing is bought.</summary>
    public IReadOnlyList<CapacityBreakEven> Curve { get; init; } = [];
}
