using Assay.Analysis.Checks;
using Assay.Analysis.Levers;

namespace Assay.Analysis.Reporting;

/// <summary>What a report is made of, beside the ledger and the prices.</summary>
/// <param name="Command">The verb that asked for it.</param>
/// <param name="Version">Of the program.</param>
public sealed record ReportOptions(string Command, string Version)
{
    /// <summary>The ledger's file as commands name it; null where it is in memory.</summary>
    public string? Ledger { get; init; }

    /// <summary>Which checks are run, and what is muted.</summary>
    public CheckChoice Checks { get; init; } = CheckChoice.Default;

    public LeverOptions Levers { get; init; } = LeverOptions.Default;

    /// <summary>
    /// Findings from this share of the account's spend on, or from this many dollars a month on, are high.
    /// </summary>
    public (decimal Share, decimal Usd) High { get; init; } = (0.10m, 1_000);

    public (decimal Share, decimal Usd) Medium { get; init; } = (0.02m, 100);
}
