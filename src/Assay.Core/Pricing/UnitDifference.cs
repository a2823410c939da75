namespace Assay.Pricing;

/// <summary>A price by another unit than text tokens on which two sources differ in a period.</summary>
/// <param name="From">First UTC day.</param>
/// <param name="To">First UTC day after it; null where it has no end.</param>
/// <param name="Before">USD for one unit by the first source; null where it has no price.</param>
/// <param name="After">The same by the second.</param>
public sealed record UnitDifference(UnitKey Key, DateOnly From, DateOnly? To, decimal? Before, decimal? After)
{
    /// <summary>A stable order: the key, the day, the Region.</summary>
    public static IReadOnlyList<UnitDifference> Ordered(IEnumerable<UnitDifference> differences) =>
    [
        .. differences.OrderBy(each => each.Key.Subject, StringComparer.Ordinal)
            .ThenBy(each => each.Key.Unit, StringComparer.Ordinal).ThenBy(each => each.Key.Scope)
            .ThenBy(each => each.Key.Term, StringComparer.Ordinal).ThenBy(each => each.From)
            .ThenBy(each => each.Key.Region, StringComparer.Ordinal),
    ];
}
