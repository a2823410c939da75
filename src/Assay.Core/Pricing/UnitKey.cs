using Assay.Models;

namespace Assay.Pricing;

/// <summary>What a price by another unit than text tokens is looked up by.</summary>
/// <param name="Subject">A model id, or a service item as <c>guardrails.content-filters</c>.</param>
/// <param name="Unit">A word of <c>prices/schema.json</c>; <c>model-unit-hour</c> for Provisioned Throughput.</param>
/// <param name="Scope">Null where the unit has no routing scope.</param>
/// <param name="Region">Null for the price that holds in every Region which has none of its own.</param>
/// <param name="Term"><c>none</c>, <c>1-month</c>, <c>3-month</c> or <c>6-month</c>.</param>
public sealed record UnitKey(string Subject, string Unit, RoutingScope? Scope, string? Region, string Term);
