using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Replay;

/// <summary>
/// A month's tokens on one model at one price. Amounts are decimals because a share of a count is not whole; cache
/// writes are at the time to live a caller gets who asks for none.
/// </summary>
public sealed record Part(PriceKey Key, decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite)
{
    public decimal Prompt => Input + CacheRead + CacheWrite;

    /// <summary>Capacity that is paid by the hour serves tokens for nothing on top.</summary>
    public bool IsPaidByTheHour => Key.Scope == RoutingScope.Provisioned || Key.Tier == ServiceTier.Reserved;

    /// <summary>Every kind that is used, with its price; null where none is known.</summary>
    public IEnumerable<(TokenKind Kind, decimal Tokens, UsdPerMillion? Price)> Lines(PriceBook book, DateOnly day)
    {
        var rates = IsPaidByTheHour ? null : book.Find(Key, day)?.Rates;
        (TokenKind Kind, decimal Tokens)[] kinds =
        [
            (TokenKind.Input, Input), (TokenKind.Output, Output), (TokenKind.CacheRead, CacheRead),
            (TokenKind.CacheWriteUnknownTtl, CacheWrite),
        ];
        return kinds.Where(each => each.Tokens != 0).Select(each => (
            each.Kind, each.Tokens, IsPaidByTheHour ? default(UsdPerMillion) : rates?[each.Kind]));
    }

    /// <returns>Null where a kind that is used has no known price.</returns>
    public Usd? Cost(PriceBook book, DateOnly day)
    {
        var sum = Usd.Zero;
        foreach (var (_, tokens, price) in Lines(book, day))
        {
            if (price is not { } known)
            {
                return null;
            }

            sum += known.Of(tokens);
        }

        return sum;
    }

    /// <summary>A share of the part: of every kind alike.</summary>
    public Part Times(decimal share) => this with
    {
        Input = Input * share,
        Output = Output * share,
        CacheRead = CacheRead * share,
        CacheWrite = CacheWrite * share,
    };
}
