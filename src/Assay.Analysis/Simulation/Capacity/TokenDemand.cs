namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Demand in equal windows, with what it costs on demand where that is known.</summary>
/// <param name="Subject">What it is of.</param>
/// <param name="Source"><c>calls</c>, <c>metrics-by-minute</c>, <c>metrics-by-hour</c> or <c>file</c>.</param>
/// <param name="Windows">In the order of time, silent ones too.</param>
public sealed record TokenDemand(
    string Subject, string Source, decimal WindowSeconds, IReadOnlyList<WindowTokens> Windows)
{
    public const string Calls = "calls";

    public const string Minutes = "metrics-by-minute";

    public const string Hours = "metrics-by-hour";

    public const string File = "file";

    /// <summary>Input, output and cache are told apart; otherwise a window has one amount.</summary>
    public bool IsByKind { get; init; } = true;

    /// <summary>What had to be assumed to read it.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>
    /// What one model unit took in its best window, and whose it is: at least so much it can serve. Null where no
    /// provisioned model served any of the demand.
    /// </summary>
    public (decimal Amount, string Name)? BestOfUnit { get; init; }

    /// <summary>Why some of the calls can't be made as a batch job; null where nothing is known against it.</summary>
    public string? NotBatch { get; init; }

    /// <summary>Why the tokens have no price; null where they have one, or nobody said the model.</summary>
    public string? WhyUnpriced { get; init; }

    /// <summary>Null where nobody said what the demand costs on demand.</summary>
    internal OnDemand? OnDemand { get; init; }

    /// <summary>From all windows to a month of 30 days.</summary>
    public decimal PerMonth => 30 * 86_400 / (WindowSeconds * Windows.Count);

    /// <summary>What a kind of capacity has to serve, window by window.</summary>
    public CapacityDemand Of(string kind) => new(
        Subject, WindowSeconds,
        [.. Windows.Select(each => kind == CapacityKind.Provisioned ? each.Provisioned : each.Reserved)]);
}
