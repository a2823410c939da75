using Assay.Pricing;
using Assay.Usage;

namespace Assay.Cli.Running;

/// <summary>Differences between two sources of prices, as they are written.</summary>
/// <param name="Before">What the first is called.</param>
/// <param name="After">What the second is called.</param>
/// <param name="Looked">What was compared.</param>
internal sealed record Differences(IReadOnlyList<PriceDifference> All, string Before, string After, string Looked)
{
    /// <summary>What differs of prices by other units than text tokens.</summary>
    public IReadOnlyList<UnitDifference> Units { get; init; } = [];

    /// <summary>What could not be compared, and why.</summary>
    public IReadOnlyList<SkippedSkus> Skipped { get; init; } = [];

    /// <summary>What the dollars are of; null where no ledger was named.</summary>
    public Window? Window { get; init; }

    /// <summary>Dollars of the window that the second asks more for.</summary>
    public IReadOnlyDictionary<(PriceKey, TokenKind), decimal>? Dollars { get; init; }

    /// <summary>Null where no ledger was named; zero where no token of it is concerned.</summary>
    public decimal? Of(PriceDifference difference) =>
        Dollars is null ? null
        : difference.After is null || difference.ContextFrom is null ? 0m
        : Dollars.GetValueOrDefault((difference.Key, difference.Kind));
}
