namespace Assay.Models;

/// <summary>The service tier that served a call. <see cref="Standard"/> is what the API calls <c>default</c>.</summary>
public enum ServiceTier
{
    Standard,
    Flex,
    Priority,
    Batch,
    LatencyOptimised,

    /// <summary>Capacity bought by tokens a minute; its tokens cost nothing on top.</summary>
    Reserved,
}
