using Assay.Models;

namespace Assay.Pricing.PriceList;

/// <summary>What the price of a SKU is the price of, where it is not sold by text tokens.</summary>
/// <param name="Unit">A word of <c>prices/schema.json</c>.</param>
/// <param name="Times">From the unit of the file to that of the book.</param>
internal sealed record UnitMeaning(
    string Subject, string Unit, IReadOnlyList<RoutingScope> Scopes, string Term, decimal Times);
