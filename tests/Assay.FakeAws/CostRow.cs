namespace Assay.FakeAws;

/// <summary>One line of cost and usage.</summary>
public sealed record CostRow
{
    /// <summary>The hour or day the line belongs to, in UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Cost Explorer's dimensions: SERVICE, USAGE_TYPE, REGION, LINKED_ACCOUNT and so on.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>Cost allocation tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Amounts by metric name. A cost metric that is absent is answered as UnblendedCost.</summary>
    public IReadOnlyDictionary<string, decimal> Metrics { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The unit of UsageQuantity.</summary>
    public string UsageUnit { get; init; } = "N/A";
}
