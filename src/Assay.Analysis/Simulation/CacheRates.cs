using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>Prices of a cache as multipliers of the input price, for comparisons.</summary>
internal sealed record CacheRates(decimal Write5m, decimal Write1h, decimal Read)
{
    /// <returns>Null for kinds that are no cache's.</returns>
    public decimal? Of(TokenKind kind) => kind switch
    {
        TokenKind.CacheRead => Read,
        TokenKind.CacheWrite5m or TokenKind.CacheWrite30m or TokenKind.CacheWriteUnknownTtl => Write5m,
        TokenKind.CacheWrite1h => Write1h,
        _ => null,
    };
}
