using Assay.Units;

namespace Assay.Usage;

/// <summary>Tokens by kind. The kinds are disjoint; their sum without output is the prompt.</summary>
public readonly record struct TokenCounts
{
    public Tokens Input { get; init; }

    public Tokens Output { get; init; }

    public Tokens CacheRead { get; init; }

    public Tokens CacheWrite5m { get; init; }

    public Tokens CacheWrite1h { get; init; }

    public Tokens CacheWrite30m { get; init; }

    public Tokens CacheWriteUnknownTtl { get; init; }

    public Tokens CacheWrite => CacheWrite5m + CacheWrite1h + CacheWrite30m + CacheWriteUnknownTtl;

    /// <summary>All that was sent: uncached input, cache reads and cache writes.</summary>
    public Tokens Prompt => Input + CacheRead + CacheWrite;

    public Tokens All => Prompt + Output;

    public Tokens this[TokenKind kind] => kind switch
    {
        TokenKind.Input => Input,
        TokenKind.Output => Output,
        TokenKind.CacheRead => CacheRead,
        TokenKind.CacheWrite5m => CacheWrite5m,
        TokenKind.CacheWrite1h => CacheWrite1h,
        TokenKind.CacheWrite30m => CacheWrite30m,
        TokenKind.CacheWriteUnknownTtl => CacheWriteUnknownTtl,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static TokenCounts operator +(TokenCounts a, TokenCounts b) => new()
    {
        Input = a.Input + b.Input,
        Output = a.Output + b.Output,
        CacheRead = a.CacheRead + b.CacheRead,
        CacheWrite5m = a.CacheWrite5m + b.CacheWrite5m,
        CacheWrite1h = a.CacheWrite1h + b.CacheWrite1h,
        CacheWrite30m = a.CacheWrite30m + b.CacheWrite30m,
        CacheWriteUnknownTtl = a.CacheWriteUnknownTtl + b.CacheWriteUnknownTtl,
    };
}
