namespace Assay.FakeAws;

/// <summary>Which calls a fault meets, and how often. An absent condition meets every call.</summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The signing name, for example monitoring, bedrock or servicequotas.</summary>
    public string? Service { get; init; }

    /// <summary>The operation, for example ListMetrics.</summary>
    public string? Operation { get; init; }

    /// <summary>The caller's account id.</summary>
    public string? Account { get; init; }

    /// <summary>The Region the call was signed for.</summary>
    public string? Region { get; init; }

    /// <summary>Matching calls let through before the fault begins.</summary>
    public int After { get; init; }

    /// <summary>Calls the fault meets. Absent: every one, forever.</summary>
    public int? Times { get; init; }

    /// <summary>How late a delayed answer is.</summary>
    public int DelayMs { get; init; }
}
