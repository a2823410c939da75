namespace Assay.Models;

/// <summary>
/// Where a call may be processed, which for newer models decides its price. The billing Region is the source Region
/// whatever the scope.
/// </summary>
public enum RoutingScope
{
    Unknown,

    /// <summary>The bare model id: processed in the Region it was sent to.</summary>
    InRegion,

    /// <summary>A geographic inference profile (<c>us.</c>, <c>eu.</c>, …).</summary>
    Geo,

    /// <summary>A <c>global.</c> inference profile.</summary>
    Global,

    /// <summary>Provisioned Throughput: paid by the hour.</summary>
    Provisioned,
}
