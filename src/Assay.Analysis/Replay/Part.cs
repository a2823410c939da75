using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Replay;

/// <summary>
/// A month's tokens on one model at one price. Amounts are decimals because a share of a count is not whole.
/// </summary>
/// <param name="CacheWrite">Writes at the time to live a caller gets who asks for none.</param>
public sealed record Part(PriceKey Key, decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite)
{
    /// <summary>Writes for an hour, where the calls tell them apart.</summary>
    public decimal CacheWrite1h { get; init; }

    /// <summary>Writes for half an hour.</summary>
    public decimal CacheWrite30m { get; init; }

    /// <summary>Prompts of the long-context band.</summary>
    public bool IsLong { get; init; }

    public decimal Writes => CacheWrite + CacheWrite1h + CacheWrite30m;

    public decimal Prompt => Input + CacheRead + Writes;

    /// <summary>Capacity that is paid by the hour serves tokens for nothing on top.</summary>
    public bool IsPaidByTheHour => Key.Scope == RoutingScope.Provisioned || Key.Tier == ServiceTier.Reserved;

    /// <summary>Every kind that is used, with its price; null where none is known.</summary>
    public IEnumerable<(TokenKind Kind, decimal Tokens, UsdPerMillion? Price)> Lines(PriceBook book, DateOnly day)
    {
        var rates = IsPaidByTheHour ? null : CardOf(book, day)?.Rates;
        (TokenKind Kind, decimal Tokens)[] kinds =
        [
            (TokenKind.Input, Input), (TokenKind.Output, Output), (TokenKind.CacheRead, CacheRead),
            (TokenKind.CacheWriteUnknownTtl, CacheWrite), (TokenKind.CacheWrite1h, CacheWrite1h),
            (TokenKind.CacheWrite30m, CacheWrite30m),
        ];
        return kinds.Where(each => each.Tokens != 0).Select(each => (
            each.Kind, each.Tokens, IsPaidByTheHour ? default(UsdPerMillion) : rates?[each.Kind]));
    }

    /// <summary>Where its prices are from; null where it has none.</summary>
    public PriceCard? CardOf(PriceBook book, DateOnly day) =>
        (IsLong ? book.FindLongContext(Key, day) : null) ?? book.Find(Key, day);

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
        CacheWrite1h = CacheWrite1h * share,
        CacheWrite30m = CacheWrite30m * share,
    };

    /// <summary>The same tokens without a cache: all of the prompt is input.</summary>
    public Part Uncached() =>
        this with { Input = Prompt, CacheRead = 0, CacheWrite = 0, CacheWrite1h = 0, CacheWrite30m = 0 };
}
