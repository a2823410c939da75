namespace Assay.Scenarios;

/// <summary>Which part of the prompts a cache reads and writes; the rest is sent past it.</summary>
internal sealed record CacheShares(double Read, double Write)
{
    public static CacheShares None { get; } = new(0, 0);

    /// <summary>The coding agent with a five-minute cache: docs/decisions/0001.</summary>
    public static CacheShares Agent { get; } = new(0.915, 0.085);

    /// <summary>
    /// The chat service with a five-minute cache in each of four Regions, its calls dealt to them in turn; made of the
    /// trace by trace_statistics.py. In one Region the same calls read 0.293 and write 0.684.
    /// </summary>
    public static CacheShares ChatOverFourRegions { get; } = new(0.128, 0.849);
}
