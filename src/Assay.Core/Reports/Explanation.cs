using Assay.Findings;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Reports;

/// <summary>
/// Everything a finding's dollars are made of, so that a person can do the sum again: the object behind
/// <c>assay.explanation/1</c>.
/// </summary>
/// <param name="Inputs">What was read about the finding's row in the window.</param>
/// <param name="PerMonth">What a count of the window is multiplied by to be a month of 720 hours.</param>
/// <param name="PricesOf">The day whose prices are used.</param>
/// <param name="Alone">
/// The row's plan before and after the change, at the low, expected and high end; empty where no price is known.
/// </param>
/// <param name="InSequence">The same on what the findings before it left; empty where it is in no total.</param>
public sealed record Explanation(
    Provenance Provenance,
    ReportWindow Window,
    Finding Finding,
    Check Check,
    IReadOnlyList<ExplainedInput> Inputs,
    decimal PerMonth,
    DateOnly PricesOf,
    IReadOnlyList<ExplainedStep> Alone,
    IReadOnlyList<ExplainedStep> InSequence,
    IReadOnlyList<ExplainedPrice> Prices)
{
    /// <summary>The SQL over the ledger that found it; null where a lever did.</summary>
    public string? Query { get; init; }
}

/// <param name="Value">Null is unknown.</param>
/// <param name="Source">A name of coverage, or <c>computed</c>.</param>
public sealed record ExplainedInput(string Name, decimal? Value, string Source);

/// <param name="Bound"><c>low</c>, <c>expected</c> or <c>high</c>.</param>
public sealed record ExplainedStep(string Bound, ExplainedPlan Before, ExplainedPlan After)
{
    public Usd Saved => (Before.MonthlyUsd - After.MonthlyUsd).Kept();
}

/// <summary>A month of one row: tokens by kind with their prices, and capacity paid by the hour.</summary>
public sealed record ExplainedPlan(IReadOnlyList<ExplainedLine> Lines, Usd Hourly, Usd MonthlyUsd);

/// <param name="Tokens">Of a month; a share of a count is not whole.</param>
/// <param name="Kind">Cache writes are priced as those of a caller who asks for no time to live.</param>
public sealed record ExplainedLine(PriceKey Key, TokenKind Kind, decimal Tokens, UsdPerMillion Price, Usd MonthlyUsd);

/// <summary>A price that was used, on whose word it is, and when that was last looked at.</summary>
/// <param name="Tier">Null for capacity.</param>
/// <param name="UsdPerUnitHour">
/// Of one model unit, or of 1,000 reserved tokens a minute; null for tokens.
/// </param>
public sealed record ExplainedPrice(
    string Model, RoutingScope Scope, string Region, ServiceTier? Tier, UsdPerHour? UsdPerUnitHour, DateOnly From,
    FromBasis FromBasis, string Source, DateOnly Checked)
{
    /// <summary>What is sold by the hour, as the price book calls it; null for tokens.</summary>
    public string? Unit { get; init; }
}
