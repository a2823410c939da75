namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Caches that know nothing of each other: of each Region that processes calls, if a cache is the Region's own, and of
/// each model that the same prompts are sent to.
/// </summary>
/// <param name="Regions">Caches of one model: 1, or the inference Regions.</param>
/// <param name="Made">Groups that calls were made in.</param>
/// <param name="Groups">All groups: further calls ahead of these are in groups behind them.</param>
internal sealed record CacheLanes(int Regions, int Made, int Groups)
{
    public int Count => Regions * (Groups / Math.Max(1, Made));

    public int Of(in ReplayedCall call) =>
        (Regions == 1 ? 0 : call.Lane) + (call.Group < Made ? 0 : Regions * (call.Group / Made));
}
