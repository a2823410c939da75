namespace Assay.Tests.Replaying;

/// <summary>
/// The judge: a cache as the contract words it, over blocks and with every prefix written out. Slow and plain; shares
/// no code with the simulator.
/// </summary>
internal sealed class NaiveCache(int ttlSeconds)
{
    private readonly Dictionary<string, int> lastUse = new(StringComparer.Ordinal);

    /// <summary>Every block boundary is a checkpoint.</summary>
    /// <returns>Blocks that are read; the rest is written.</returns>
    public int Ideal(string scope, IReadOnlyList<int> blocks, int now)
    {
        var read = Prefixes(scope, blocks).LastOrDefault(each => Lives(each.Prefix, now)).Length;
        foreach (var (prefix, _) in Prefixes(scope, blocks))
        {
            lastUse[prefix] = now;
        }

        return read;
    }

    /// <summary>One checkpoint at the end of the last whole block; entries on the way are used.</summary>
    public int Placed(string scope, IReadOnlyList<int> blocks, int now)
    {
        var live = Prefixes(scope, blocks).Where(each => Lives(each.Prefix, now)).ToList();
        foreach (var (prefix, _) in live)
        {
            lastUse[prefix] = now;
        }

        lastUse[Prefixes(scope, blocks).Last().Prefix] = now;
        return live.LastOrDefault().Length;
    }

    private bool Lives(string prefix, int now) =>
        lastUse.TryGetValue(prefix, out var last) && now - last <= ttlSeconds;

    private static IEnumerable<(string Prefix, int Length)> Prefixes(string scope, IReadOnlyList<int> blocks) =>
        Enumerable.Range(1, blocks.Count).Select(n => (scope + ":" + string.Join(',', blocks.Take(n)), n));
}
