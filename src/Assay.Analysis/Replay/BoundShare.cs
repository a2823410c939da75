namespace Assay.Analysis.Replay;

/// <summary>How much of a promise comes true at each end of a range whose low end is nothing.</summary>
internal static class BoundShare
{
    public static decimal Of(Bound bound, decimal expected, decimal high = 1) => bound switch
    {
        Bound.Low => 0,
        Bound.Expected => expected,
        _ => high,
    };
}
