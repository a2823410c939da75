using Assay.Models;
using Assay.Usage;

namespace Assay.Pricing.PriceList;

/// <summary>What one price of the AWS Price List is the price of.</summary>
/// <param name="LongContext">The list does not say where a long context begins, only that it is one.</param>
public sealed record PriceListKey(
    string Model, RoutingScope Scope, string Region, ServiceTier Tier, bool LongContext, TokenKind Kind)
{
    /// <summary>The key as a person reads it.</summary>
    public override string ToString() =>
        $"{Model} · {Words.Of(Scope)} · {Region} · {Words.Of(Tier)}{(LongContext ? " · long context" : "")} · {Kind}";
}
