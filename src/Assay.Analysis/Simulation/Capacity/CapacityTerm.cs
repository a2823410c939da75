namespace Assay.Analysis.Simulation.Capacity;

/// <summary>For how long capacity is bought.</summary>
public static class CapacityTerm
{
    public const string None = "none";

    /// <summary>Of Provisioned Throughput, the shortest first.</summary>
    public static IReadOnlyList<string> Provisioned { get; } = [None, "1-month", "6-month"];

    public static IReadOnlyList<string> All { get; } = [None, "1-month", "3-month", "6-month"];

    /// <summary>Months of 30 days that nobody can leave; 0 without a commitment, and where no term was told.</summary>
    public static int Months(string? term) => term switch
    {
        "1-month" => 1,
        "3-month" => 3,
        "6-month" => 6,
        _ => 0,
    };
}
