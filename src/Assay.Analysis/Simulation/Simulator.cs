using Assay.Ledgers.Replaying;

namespace Assay.Analysis.Simulation;

/// <summary>The one simulator: hands every call, in the order of time, to what wants to change or count it.</summary>
internal static class Simulator
{
    /// <param name="asMade">Takes the calls as they were made.</param>
    /// <returns>How many calls there are.</returns>
    public static long Run(CallSequence calls, Tally asMade, IReadOnlyList<Chain> chains)
    {
        var count = 0L;
        calls.Read(batch =>
        {
            count += batch.Count;
            for (var i = 0; i < batch.Count; i++)
            {
                var call = Of(batch, i);
                asMade.Add(call);
                foreach (var chain in chains)
                {
                    chain.Take(call);
                }
            }
        });
        return count;
    }

    public static ReplayedCall Of(CallBatch batch, int i) => new()
    {
        Time = batch.Time[i],
        Group = batch.Group[i],
        Lane = batch.Lane[i],
        Leaf = batch.Leaf[i],
        LeafBlocks = batch.LeafBlocks[i],
        Input = batch.Input[i],
        Output = batch.Output[i],
        CacheRead = batch.CacheRead[i],
        CacheWrite5m = batch.CacheWrite5m[i],
        CacheWrite1h = batch.CacheWrite1h[i],
        CacheWrite30m = batch.CacheWrite30m[i],
        CacheWriteUnknownTtl = batch.CacheWriteUnknownTtl[i],
    };
}
