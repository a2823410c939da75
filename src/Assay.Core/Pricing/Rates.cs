using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>
/// Prices per million tokens by kind; null where a kind is not sold at a known price. Zero is a price: free.
/// </summary>
public sealed record Rates(
    UsdPerMillion? Input,
    UsdPerMillion? Output,
    UsdPerMillion? CacheRead,
    UsdPerMillion? CacheWrite5m,
    UsdPerMillion? CacheWrite1h,
    UsdPerMillion? CacheWrite30m)
{
    public static IReadOnlyList<TokenKind> Kinds { get; } =
    [
        TokenKind.Input, TokenKind.Output, TokenKind.CacheRead,
        TokenKind.CacheWrite5m, TokenKind.CacheWrite1h, TokenKind.CacheWrite30m,
    ];

    public UsdPerMillion? this[TokenKind kind] => kind switch
    {
        TokenKind.Input => Input,
        TokenKind.Output => Output,
        TokenKind.CacheRead => CacheRead,
        TokenKind.CacheWrite5m => CacheWrite5m,
        TokenKind.CacheWrite1h => CacheWrite1h,
        TokenKind.CacheWrite30m => CacheWrite30m,
        // The shortest life that is sold: what a caller gets who asks for none.
        TokenKind.CacheWriteUnknownTtl => CacheWrite5m ?? CacheWrite30m ?? CacheWrite1h,
        _ => null,
    };

    /// <summary>The same rates but for one kind.</summary>
    public Rates With(TokenKind kind, UsdPerMillion rate) => kind switch
    {
        TokenKind.Input => this with { Input = rate },
        TokenKind.Output => this with { Output = rate },
        TokenKind.CacheRead => this with { CacheRead = rate },
        TokenKind.CacheWrite5m => this with { CacheWrite5m = rate },
        TokenKind.CacheWrite1h => this with { CacheWrite1h = rate },
        TokenKind.CacheWrite30m => this with { CacheWrite30m = rate },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not sold by itself"),
    };
}
