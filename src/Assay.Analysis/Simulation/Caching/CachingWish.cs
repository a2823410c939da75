namespace Assay.Analysis.Simulation.Caching;

/// <summary>What was asked of caching.</summary>
/// <param name="Ttl">A time to live, or <c>best</c>: whichever is cheapest, workload by workload.</param>
/// <param name="Points">Null is <c>auto</c>: whichever are cheapest, workload by workload.</param>
/// <param name="Lanes">Caches that know nothing of each other.</param>
internal sealed record CachingWish(bool IsIdeal, string Ttl, CachePoints? Points, int Lanes, CacheRates? Rates)
{
    /// <summary>Dates, numbers and ids in tools and system prompt are sent behind everything else.</summary>
    public bool MovesWhatChanges { get; init; }

    /// <summary>Writes that are listed for less than input are reckoned as they are listed.</summary>
    public bool TrustsListedWrites { get; init; }
}
