namespace Assay.Models;

/// <summary>The spellings of the report contract, in one place: what outputs write and files hold.</summary>
public static class Words
{
    private static readonly (RoutingScope Scope, string Word)[] Scopes =
    [
        (RoutingScope.Unknown, "unknown"), (RoutingScope.InRegion, "in-region"), (RoutingScope.Geo, "geo"),
        (RoutingScope.Global, "global"), (RoutingScope.Provisioned, "provisioned"),
    ];

    private static readonly (ServiceTier Tier, string Word)[] Tiers =
    [
        (ServiceTier.Standard, "standard"), (ServiceTier.Flex, "flex"), (ServiceTier.Priority, "priority"),
        (ServiceTier.Batch, "batch"), (ServiceTier.LatencyOptimised, "latency-optimised"),
        (ServiceTier.Reserved, "reserved"),
    ];

    public static string Of(RoutingScope scope) => Scopes[(int)scope].Word;

    public static string Of(ServiceTier tier) => Tiers[(int)tier].Word;

    public static RoutingScope? Scope(string word) =>
        Array.FindIndex(Scopes, pair => pair.Word == word) is >= 0 and var i ? Scopes[i].Scope : null;

    public static ServiceTier? Tier(string word) =>
        Array.FindIndex(Tiers, pair => pair.Word == word) is >= 0 and var i ? Tiers[i].Tier : null;
}
