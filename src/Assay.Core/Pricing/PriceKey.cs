using Assay.Models;

namespace Assay.Pricing;

/// <summary>What a token price depends on, beside the kind of token and the day.</summary>
/// <param name="Model">Canonical foundation-model id.</param>
/// <param name="Region">The source Region: cross-Region inference is billed where the call was sent.</param>
public sealed record PriceKey(string Model, RoutingScope Scope, string Region, ServiceTier Tier = ServiceTier.Standard);
