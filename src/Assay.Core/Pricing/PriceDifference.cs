using Assay.Models;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>One kind of token at one key, on which two sources of prices differ in a period.</summary>
/// <param name="ContextFrom">Null for a long context of which no source says where it begins.</param>
/// <param name="From">First UTC day.</param>
/// <param name="To">First UTC day after it; null where it has no end.</param>
/// <param name="Before">USD per million tokens by the first source; null where it has no price.</param>
/// <param name="After">The same by the second.</param>
public sealed record PriceDifference(
    PriceKey Key, long? ContextFrom, TokenKind Kind, DateOnly From, DateOnly? To, decimal? Before, decimal? After)
{
    /// <summary>A stable order: the key, the band, the kind, the day.</summary>
    public static IReadOnlyList<PriceDifference> Ordered(IEnumerable<PriceDifference> differences) =>
    [
        .. differences.OrderBy(each => each.Key.Model, StringComparer.Ordinal).ThenBy(each => each.Key.Scope)
            .ThenBy(each => each.Key.Tier).ThenBy(each => each.ContextFrom).ThenBy(each => each.Kind)
            .ThenBy(each => each.From).ThenBy(each => each.Key.Region, StringComparer.Ordinal),
    ];
}
