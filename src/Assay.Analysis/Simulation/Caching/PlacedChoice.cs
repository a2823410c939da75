using Assay.Models;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Where checkpoints of a group's calls are placed, and for how long: what its model allows of the wish.
/// </summary>
/// <param name="Ttl">Null where the model offers no cache that can be asked for.</param>
internal sealed record PlacedChoice(CacheTtl? Ttl, CachePoints Points, long Least, long Most)
{
    /// <summary>How long entries live that are not the last message's, where that is longer; null where not.</summary>
    public CacheTtl? Long { get; private init; }

    /// <summary>Blocks before <see cref="CachePoints.Stable"/>.</summary>
    public int StableBlocks { get; private init; }

    /// <summary>No cache is asked for.</summary>
    public static PlacedChoice Off { get; } = new(CacheTtl.FiveMinutes, CachePoints.None, 0, 0);

    /// <summary>The model has none.</summary>
    public static PlacedChoice None { get; } = new(null, CachePoints.None, 0, 0);

    /// <param name="model">Null where nobody knows it.</param>
    /// <param name="stable">Blocks that all calls share; null where what they share is all of it.</param>
    public static PlacedChoice For(CatalogueModel? model, CacheTtl ttl, CachePoints points, int? stable)
    {
        if (model?.Caching is not { MaxCheckpoints: > 0 and var most } rules
            || CacheTtl.Sold(ttl, rules.Ttls) is not { } sold)
        {
            return None;
        }

        // OpenAI's models take a breakpoint on any item of text, the system's and the messages'.
        var onText = rules.Fields.Contains("input_text");
        var allowed = (rules.Fields.Contains("tools") ? CachePoints.Tools : CachePoints.None)
            | (onText || rules.Fields.Contains("system") ? CachePoints.System : CachePoints.None)
            | (onText || rules.Fields.Contains("messages") ? CachePoints.Last : CachePoints.None);
        var placed = points & allowed;
        var keeps = stable > 0 && (allowed & (CachePoints.Tools | CachePoints.System)) != CachePoints.None
            ? points & CachePoints.Stable
            : CachePoints.None;
        // Where not all fit, the later ones reach further: what they cache holds what the earlier ones would.
        placed = most < 3 && placed == CachePoints.All ? placed & ~CachePoints.Tools : placed;
        placed = most < 2 && (placed & CachePoints.Last) != CachePoints.None ? CachePoints.Last : placed;
        placed |= most > 3 || placed == CachePoints.None ? keeps : CachePoints.None;
        return new PlacedChoice(sold, placed, rules.MinTokens ?? 0, rules.MaxTokens ?? long.MaxValue)
        {
            StableBlocks = stable ?? 0,
            Long = ttl == CacheTtl.Mixed && sold == CacheTtl.FiveMinutes && rules.Ttls.Contains(CacheTtl.Hour.Word)
                ? CacheTtl.Hour
                : null,
        };
    }
}
