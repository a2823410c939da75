namespace Assay.Analysis.Replay;

/// <summary>The ends of a range, in the order in which plans and savings list them.</summary>
internal static class Bounds
{
    public static IReadOnlyList<Bound> All { get; } = [Bound.Low, Bound.Expected, Bound.High];
}
