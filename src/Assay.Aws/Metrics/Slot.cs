namespace Assay.Aws.Metrics;

/// <summary>What a metric counts, whatever it is called.</summary>
internal enum Slot
{
    Invocations,
    Input,
    Output,
    CacheRead,
    CacheWrite,
    ClientErrors,
    ServerErrors,
    Throttles,
}
