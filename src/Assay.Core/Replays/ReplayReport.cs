using Assay.Findings;
using Assay.Units;
using Assay.Usage;

namespace Assay.Replays;

/// <summary>
/// What the calls of a ledger did cost, and would have cost had they been made otherwise: the object behind
/// <c>assay.replay/1</c>. Dollars are of the window, not of a month.
/// </summary>
/// <param name="Calls">Calls in the window.</param>
/// <param name="Steps">The changes in the contract's order, each on what those before it left.</param>
/// <param name="Standalone">Each change by itself.</param>
/// <param name="Unpriced">Why some tokens are in no dollars; each reason once.</param>
public sealed record ReplayReport(
    Window Window,
    long Calls,
    ReplayCost Actual,
    IReadOnlyList<ReplayStep> Steps,
    IReadOnlyList<ReplayStep> Standalone,
    IReadOnlyList<string> Unpriced)
{
    /// <summary>What all changes save at the ends of what no call shows; null where nothing is known.</summary>
    public (Usd? Low, Usd? High) CombinedRange { get; init; }

    /// <summary>All changes together; what the calls did cost where there are none.</summary>
    public (Usd? CostUsd, Usd? SavedUsd) Combined => Steps.Count == 0
        ? (Actual.CostUsd, Actual.CostUsd is null ? null : Usd.Zero)
        : (Steps[^1].CostUsd, Actual.CostUsd is { } was && Steps[^1].CostUsd is { } left ? (was - left).Kept() : null);
}

/// <param name="CostUsd">Null where nothing has a known price.</param>
public sealed record ReplayCost(Usd? CostUsd, TokenCounts Tokens);

/// <summary>One change.</summary>
/// <param name="Options">Every option that was used, those that were not given too.</param>
/// <param name="SavedUsd">
/// Against what the steps before it left; standalone, against what the calls did cost. Less than zero is a loss.
/// </param>
/// <param name="Measures">Figures by their names in the contract; null is unknown.</param>
public sealed record ReplayStep(
    string Lever,
    IReadOnlyList<(string Name, string Value)> Options,
    Usd? CostUsd,
    Usd? SavedUsd,
    TokenCounts Tokens,
    IReadOnlyList<(string Name, decimal? Value)> Measures,
    IReadOnlyList<string> Assumptions)
{
    public Evidence Evidence { get; init; } = Evidence.Measured;

    /// <summary>What it saves at least, by what <see cref="Drivers"/> leave open; null where the saving is.</summary>
    public Usd? SavedUsdLow { get; init; }

    public Usd? SavedUsdHigh { get; init; }

    /// <summary>Why it is a range: what no call shows. Empty where there is one figure.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>
    /// What each workload would cost on every model that can take it, the cheapest first; empty where nobody asked.
    /// </summary>
    public IReadOnlyList<ReplayCandidate> Candidates { get; init; } = [];

    /// <summary>The step taken apart by workload, what saves most first; their savings sum to the step's.</summary>
    public IReadOnlyList<ReplayWorkload> Workloads { get; init; } = [];
}

/// <summary>What the calls of a workload would cost on a model that can take all of them.</summary>
/// <param name="Workload">Its id; null for calls of no known workload.</param>
/// <param name="CostUsd">With token counts as they are.</param>
/// <param name="CostUsdLow">With the fewest tokens that another tokenizer may make of the same text.</param>
public sealed record ReplayCandidate(
    string? Workload, string? Name, string Model, Usd CostUsd, Usd CostUsdLow, Usd CostUsdHigh);

/// <summary>What a change does to one place in somebody's code.</summary>
/// <param name="Id">Null for calls of no known workload.</param>
public sealed record ReplayWorkload(string? Id, string? Name, string? Owner, Usd CostUsd, Usd SavedUsd);
