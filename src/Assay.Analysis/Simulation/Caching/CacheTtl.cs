using Assay.Usage;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>A time to live that a cache entry can be written for.</summary>
internal sealed record CacheTtl(string Word, long Micros, TokenKind Kind)
{
    /// <summary>The word for whichever costs least.</summary>
    public const string Best = "best";

    private const long Minute = 60_000_000;

    public static CacheTtl FiveMinutes { get; } = new("5m", 5 * Minute, TokenKind.CacheWrite5m);

    public static CacheTtl HalfAnHour { get; } = new("30m", 30 * Minute, TokenKind.CacheWrite30m);

    public static CacheTtl Hour { get; } = new("1h", 60 * Minute, TokenKind.CacheWrite1h);

    /// <summary>
    /// An hour for what stands in front (tools, system prompt), five minutes for the last message: an entry that lives
    /// longer has to stand before those that live shorter.
    /// </summary>
    public static CacheTtl Mixed { get; } = FiveMinutes with { Word = "mixed" };

    /// <summary>From short to long.</summary>
    public static IReadOnlyList<CacheTtl> All { get; } = [FiveMinutes, HalfAnHour, Hour];

    public static CacheTtl? Named(string word) =>
        word == Mixed.Word ? Mixed : All.FirstOrDefault(each => each.Word == word);

    /// <summary>The wished one where a model sells it; else the longest that is shorter; else the shortest.</summary>
    /// <returns>Null for a model that sells none.</returns>
    public static CacheTtl? Sold(CacheTtl wished, IReadOnlyList<string> offered)
    {
        var sold = All.Where(each => offered.Contains(each.Word)).ToList();
        return sold.LastOrDefault(each => each.Micros <= wished.Micros) ?? sold.FirstOrDefault();
    }

    /// <summary>Puts what a call writes where its price is.</summary>
    public void Write(ref ReplayedCall call, long tokens)
    {
        switch (Kind)
        {
            case TokenKind.CacheWrite1h:
                call.CacheWrite1h += tokens;
                break;
            case TokenKind.CacheWrite30m:
                call.CacheWrite30m += tokens;
                break;
            default:
                call.CacheWrite5m += tokens;
                break;
        }
    }
}
