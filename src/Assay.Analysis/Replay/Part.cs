using Assay.Models;
using Assay.Pricing;
using Assay.Units;

namespace Assay.Analysis.Replay;

/// <summary>
/// A month's tokens on one model at one price. Amounts are decimals because a share of a count is not whole; cache
/// writes are at the time to live a caller gets who asks for none.
/// </summary>
public sealed record Part(PriceKey Key, decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite)
{
    public decimal Prompt => Input + CacheRead + CacheWrite;

    /// <returns>Null where a kind that is used has no known price.</returns>
    public Usd? Cost(PriceBook book, DateOnly day)
    {
        if (Key.Scope == RoutingScope.Provisioned || Key.Tier == ServiceTier.Reserved)
        {
            return Usd.Zero;
        }

        if (book.Find(Key, day) is not { } card)
        {
            return null;
        }

        var write = card.Rates[Usage.TokenKind.CacheWriteUnknownTtl];
        return Of(card.Rates.Input, Input) + Of(card.Rates.Output, Output)
            is { } sum && sum + Of(card.Rates.CacheRead, CacheRead) is { } more
            ? more + Of(write, CacheWrite)
            : null;
    }

    /// <summary>A share of the part: of every kind alike.</summary>
    public Part Times(decimal share) => this with
    {
        Input = Input * share,
        Output = Output * share,
        CacheRead = CacheRead * share,
        CacheWrite = CacheWrite * share,
    };

    private static Usd? Of(UsdPerMillion? rate, decimal tokens) =>
        tokens == 0 ? Usd.Zero : rate?.Of(tokens);
}
