namespace Assay.Analysis.Tracking;

/// <summary>What became of a promise.</summary>
/// <param name="DueUsd">
/// The promise on the later traffic: the share of the cost that it was of, of what the later calls would have cost the
/// old way. Null where that is not known.
/// </param>
/// <param name="RealisedUsd">
/// What the later calls would have cost the old way less what they did cost, as a month; less than zero is a loss.
/// </param>
/// <param name="LeftUsd">What the same finding still says of the later calls; zero where it is gone.</param>
/// <param name="Why">In a sentence.</param>
public sealed record TrackedFinding(
    Promise Promise, TrackedStatus Status, decimal? DueUsd, decimal? RealisedUsd, decimal? LeftUsd, string Why);

public enum TrackedStatus
{
    /// <summary>The money moved.</summary>
    Closed,

    /// <summary>Some of it did.</summary>
    Partly,

    /// <summary>It did not.</summary>
    Open,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}
