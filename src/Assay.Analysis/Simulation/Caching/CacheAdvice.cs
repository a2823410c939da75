namespace Assay.Analysis.Simulation.Caching;

/// <summary>Where cache points are to be placed, and how long what they cache lives.</summary>
/// <param name="Ttl">Of the last message, and of all where <paramref name="Front"/> is the same.</param>
/// <param name="Front">Of what stands before the last message.</param>
public sealed record CacheAdvice(CachePoints Points, string Ttl, string Front)
{
    private static readonly (CachePoints Point, string Words)[] Places =
    [
        (CachePoints.Stable, "the blocks that never change"), (CachePoints.Tools, "the tools"),
        (CachePoints.System, "the system prompt"), (CachePoints.Last, "the last message"),
    ];

    public bool HasFront => (Points & ~CachePoints.Last) != CachePoints.None;

    public bool HasLast => Points.HasFlag(CachePoints.Last);

    /// <summary><c>1h after the tools, 5m after the last message</c>.</summary>
    public string Words
    {
        get
        {
            var (front, last) = (Named(Points & ~CachePoints.Last), Named(Points & CachePoints.Last));
            return !HasFront ? $"{Ttl} after {last}"
                : !HasLast ? $"{Front} after {front}"
                : Front == Ttl ? $"{Ttl} after {front} and after {last}"
                : $"{Front} after {front}, {Ttl} after {last}";
        }
    }

    private static string Named(CachePoints points) =>
        string.Join(" and ", Places.Where(each => points.HasFlag(each.Point)).Select(each => each.Words));
}
