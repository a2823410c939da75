namespace Assay.Diagnostics;

/// <summary>
/// What the process says to scripts. Where several apply: usage, no result, budget, findings, partial, done.
/// </summary>
public enum ExitCode
{
    Done = 0,
    NoResult = 1,
    Usage = 2,
    Findings = 3,
    Partial = 4,
    OverBudget = 5,
    Interrupted = 130,
}
