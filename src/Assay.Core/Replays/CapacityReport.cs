using Assay.Units;

namespace Assay.Replays;

/// <summary>
/// What capacity of every size would cost for a demand, what does not fit paid at the list price: the object behind
/// <c>assay.capacity/1</c>. Dollars are a month of 30 days at the demand's rate; amounts are of one window.
/// </summary>
/// <param name="Subject">What the demand is of: a file, or a ledger's calls.</param>
/// <param name="Kind"><c>reserved</c> or <c>provisioned</c>: what <paramref name="Sizes"/> are of.</param>
/// <param name="Windows">How many equal windows the demand has.</param>
/// <param name="WindowSeconds">How long each is.</param>
/// <param name="Sizes">From none to the fullest window, the telling ones named.</param>
/// <param name="Best">The size that costs least; 0 where capacity never pays.</param>
public sealed record CapacityReport(
    string Subject,
    string Kind,
    int Windows,
    decimal WindowSeconds,
    decimal Mean,
    decimal P95,
    decimal P99,
    decimal Best,
    Usd OnDemandUsd,
    IReadOnlyList<CapacitySize> Sizes,
    IReadOnlyList<string> Assumptions)
{
    /// <summary>
    /// Where the demand is from: <c>calls</c>, <c>metrics-by-minute</c>, <c>metrics-by-hour</c> or <c>file</c>.
    /// </summary>
    public string Source { get; init; } = "file";

    /// <summary>The term of the capacity that <see cref="Sizes"/> are of; null where it has none.</summary>
    public string? Term { get; init; }

    /// <summary>Every way to serve the demand, the cheapest first; what has no price stands last.</summary>
    public IReadOnlyList<CapacityChoice> Choices { get; init; } = [];

    public IReadOnlyList<CapacityAdvice> Advice { get; init; } = [];

    /// <summary>The model's end, where the catalogue knows it; null where it does not.</summary>
    public CapacityModel? Model { get; init; }
}

/// <summary>The model that capacity is bought for.</summary>
/// <param name="Scope">The routing scope of the calls, a word of the report contract.</param>
/// <param name="LegacyFrom">From this day AWS sells no new Provisioned Throughput for it.</param>
public sealed record CapacityModel(
    string Id, string Name, string Region, string Scope, DateOnly? LegacyFrom, DateOnly? EndOfLife, string? Successor);

/// <summary>Capacity of one size.</summary>
/// <param name="Name"><c>best</c>, <c>p95</c>, …; null for the sizes between.</param>
/// <param name="CostRatio">Of what on-demand calls alone would cost; above 1 it loses money.</param>
/// <param name="Utilisation">Demand that is served by it, of what it could serve; null for no capacity.</param>
/// <param name="SpillShare">Demand that does not fit.</param>
/// <param name="BreakEvenDiscount">The discount from the list price at which this size begins to pay.</param>
/// <param name="RegretUsd">
/// What it would cost more than the best size for that demand, were every window's demand 30 % less.
/// </param>
public sealed record CapacitySize(
    string? Name,
    decimal Size,
    Usd MonthlyUsd,
    decimal? CostRatio,
    Share? Utilisation,
    Share? SpillShare,
    decimal? BreakEvenDiscount,
    Usd RegretUsd);
