namespace Assay.Analysis.Simulation.Moves;

/// <summary>
/// Picks a share of what comes, as evenly as can be and in step with nothing that recurs: multiples of the golden ratio
/// lie evenly between 0 and 1.
/// </summary>
internal struct EvenShare(decimal share)
{
    /// <summary>2^64 over the golden ratio.</summary>
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong below = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
    private ulong at;

    /// <summary>Whether <see cref="Next"/> will pick.</summary>
    public readonly bool IsNext => at + Golden < below || below == ulong.MaxValue;

    public bool Next()
    {
        var isPicked = IsNext;
        at += Golden;
        return isPicked;
    }
}
