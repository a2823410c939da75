namespace Assay.Analysis.Simulation;

/// <summary>
/// What a replay of a row's own calls found that caching would do: shares of the whole prompt that would be read from
/// and written to the cache.
/// </summary>
/// <param name="Local">With a cache of its own for each Region that processed calls: the least.</param>
/// <param name="Shared">With one cache for all of them: the most.</param>
/// <param name="Calls">Calls that were replayed.</param>
public sealed record MeasuredCache(
    (decimal Read, decimal Write) Local, (decimal Read, decimal Write) Shared, long Calls)
{
    /// <summary>In the middle: whether a Region reads what another wrote is not documented.</summary>
    public (decimal Read, decimal Write) Midway =>
        ((Local.Read + Shared.Read) / 2, (Local.Write + Shared.Write) / 2);
}
