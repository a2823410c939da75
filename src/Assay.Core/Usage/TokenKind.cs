namespace Assay.Usage;

/// <summary>
/// What a token was, as the price list tells tokens apart. The kinds are disjoint: <see cref="Input"/> is the prompt
/// that was neither read from nor written to a cache (as CloudWatch and the invocation logs count it).
/// </summary>
public enum TokenKind
{
    Input,
    Output,
    CacheRead,
    CacheWrite5m,
    CacheWrite1h,
    CacheWrite30m,

    /// <summary>
    /// Written to a cache for a time that the source does not tell. Priced as five minutes, with a range.
    /// </summary>
    CacheWriteUnknownTtl,
}
