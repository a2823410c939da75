namespace Assay.FakeAws;

/// <summary>The rows Cost Explorer adds up.</summary>
public sealed record CostAndUsage
{
    /// <summary>The rows, in any order.</summary>
    public IReadOnlyList<CostRow> Rows { get; init; } = [];

    /// <summary>Periods from here on are answered as estimated.</summary>
    public DateTimeOffset? EstimatedFrom { get; init; }
}
