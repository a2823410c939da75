using Assay.Units;

namespace Assay.Replays;

/// <summary>
/// A model that is replaced while its capacity is committed: the demand moves away, the commitment stays.
/// </summary>
/// <param name="AfterMonths">Months of 30 days into the term.</param>
/// <param name="On">The model's known end of life, where it falls into the term; null for a supposed month.</param>
/// <param name="RemainingUsd">What is paid for the rest of the term, for nothing.</param>
/// <param name="NetUsd">Saved until then, less that; below 0 on-demand calls would have been cheaper.</param>
public sealed record CapacityReplacement(decimal AfterMonths, DateOnly? On, Usd RemainingUsd, Usd NetUsd);
