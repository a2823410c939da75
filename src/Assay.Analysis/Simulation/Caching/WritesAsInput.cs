using Assay.Usage;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// A cache whose further writes cost what input costs. Some models are listed with writes that cost less than input, or
/// nothing; a saving that rests on that and not on reads is none that anybody should count on.
/// </summary>
/// <param name="groups">Whose model is listed so.</param>
internal sealed class WritesAsInput(IReplayStep cache, bool[] groups) : IReplayStep
{
    public void Apply(ref ReplayedCall call)
    {
        var made = call.CacheWrite;
        cache.Apply(ref call);
        if (groups[call.Group] && call.CacheWrite - made is > 0 and var more)
        {
            call.Input += more;
            (call.CacheWrite5m, more) = Less(call.CacheWrite5m, more);
            (call.CacheWrite30m, more) = Less(call.CacheWrite30m, more);
            call.CacheWrite1h = Less(call.CacheWrite1h, more).Left;
        }
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill) => cache.Measures(bill);

    private static (long Left, long More) Less(long count, long tokens)
    {
        var taken = Math.Min(count, tokens);
        return (count - taken, tokens - taken);
    }
}
