using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Cli.Running;

/// <summary>One rate of the book, as <c>assay.prices/1</c> lists it.</summary>
internal sealed record PriceRate(
    string Model, RoutingScope Scope, string Region, PriceCard Card, TokenKind Kind, decimal Usd)
{
    /// <summary>The kind as the contract spells it: <c>cacheWrite5m</c>.</summary>
    public string KindWord => TokenKinds.Word(Kind);

    /// <summary>Every rate of a model, in a stable order.</summary>
    public static IEnumerable<PriceRate> Of(PriceBook book, string model) =>
        from card in book.CardsOf(model)
        from scope in card.Scopes
        from region in card.Regions
        from kind in Rates.Kinds
        where card.Rates[kind] is not null
        orderby scope, region, card.Tier, card.ContextFrom, card.From, kind
        select new PriceRate(model, scope, region, card, kind, card.Rates[kind]!.Value.Rate);
}
