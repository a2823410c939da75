namespace Assay.Diagnostics;

public enum ReadStatus
{
    Complete,
    Partial,
    Absent,
}

/// <summary>How much of one source was read. What is missing is a line in the report, never a zero.</summary>
/// <param name="Source">A short fixed name: <c>cloudwatch-metrics</c>, <c>provisioned-throughput</c>, …</param>
/// <param name="Reason">Why it is not complete; null where it is.</param>
public sealed record Coverage(string Source, string? Account, string? Region, ReadStatus Status, string? Reason);
