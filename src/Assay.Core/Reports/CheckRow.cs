using Assay.Findings;

namespace Assay.Reports;

/// <summary>How a check ended.</summary>
public enum CheckStatus
{
    /// <summary>At least one finding.</summary>
    Fired,

    /// <summary>All was looked at and nothing was found.</summary>
    Silent,

    /// <summary>Nothing was found, but not all could be looked at: that is not the same as good.</summary>
    Unknown,
}

/// <summary>One check over the whole report.</summary>
/// <param name="Unseen">What it could not judge, with the reason, whether it fired or not.</param>
public sealed record CheckRow(Check Check, CheckStatus Status, IReadOnlyList<string> Unseen);
