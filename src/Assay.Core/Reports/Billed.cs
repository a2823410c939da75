using Assay.Units;

namespace Assay.Reports;

/// <summary>
/// The bill beside the estimate, over the whole UTC days of the window: Cost Explorer knows no hours.
/// </summary>
/// <param name="GrowsFrom">From this day on the bill may still grow: it is complete two days later.</param>
public sealed record Billed(
    DateTimeOffset From, DateTimeOffset To, DateTimeOffset GrowsFrom, IReadOnlyList<BilledRow> Rows);

/// <summary>One model, or one other thing on the bill, of one account.</summary>
/// <param name="Model">Canonical id; null where the line of the bill names no known model.</param>
/// <param name="Name">Of the model, else the service on the bill.</param>
/// <param name="What">
/// <c>tokens</c>, <c>provisioned</c>, <c>reserved</c>, <c>batch</c>, <c>customization</c>, <c>media</c>,
/// <c>guardrail</c> or <c>other</c>.
/// </param>
/// <param name="BilledUsd">Null where no line of the bill is of it.</param>
/// <param name="EstimatedUsd">Null where the estimate does not cover it.</param>
/// <param name="Why">What keeps the two from being compared, or apart; null where nothing is known to.</param>
public sealed record BilledRow(
    string Account, string? Model, string Name, string What, Usd? BilledUsd, Usd? EstimatedUsd, string? Why)
{
    /// <summary>Billed less estimated; null where one of the two is not known.</summary>
    public Usd? DifferenceUsd => BilledUsd - EstimatedUsd;
}
