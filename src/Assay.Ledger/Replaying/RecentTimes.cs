namespace Assay.Ledgers.Replaying;

/// <summary>When keys were last met. What is too old is forgotten, so that memory follows what is recent.</summary>
/// <param name="within">Microseconds for which a time is kept.</param>
/// <param name="sweepFrom">Keys below which nothing is looked for to be forgotten.</param>
public sealed class RecentTimes<TKey>(long within, int sweepFrom)
    where TKey : notnull
{
    private readonly Dictionary<TKey, long> times = [];
    private int afterSweep;

    /// <returns>Null where it was never met, or is forgotten; it may be older than what is kept.</returns>
    public long? Last(TKey key) => times.TryGetValue(key, out var time) ? time : null;

    /// <param name="now">No earlier than what was met before.</param>
    public void Meet(TKey key, long now)
    {
        if (times.Count >= Math.Max(sweepFrom, afterSweep * 2))
        {
            foreach (var (each, last) in times)
            {
                if (now - last > within)
                {
                    times.Remove(each);
                }
            }

            afterSweep = times.Count;
        }

        times[key] = now;
    }
}
