namespace Assay.Analysis.Simulation.Capacity;

/// <summary>The words of <c>assay.capacity/1</c> for ways to serve a demand.</summary>
public static class CapacityKind
{
    public const string OnDemand = "on-demand";

    public const string Provisioned = "provisioned";

    public const string Reserved = "reserved";

    public const string Flex = "flex";

    public const string Priority = "priority";

    public const string Batch = "batch";

    /// <summary>What is bought by size.</summary>
    public static IReadOnlyList<string> Sold { get; } = [Reserved, Provisioned];
}
