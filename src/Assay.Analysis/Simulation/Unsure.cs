namespace Assay.Analysis.Simulation;

/// <summary>
/// Something of a change that no call shows, even where it is made as asked: what an option would be at the low and at
/// the high end of the saving. It is none where somebody gave the option.
/// </summary>
/// <param name="Low">Null where the change saves nothing at this end.</param>
/// <param name="Words">What is not known, and what is taken at which end.</param>
internal sealed record Unsure(string Option, string? Low, string High, string Words)
{
    /// <summary>What is asked at an end of the range; null where the change is not made there.</summary>
    public static LeverRequest? At(bool isLow, LeverRequest request, IEnumerable<Unsure> all) => all.Aggregate(
        (LeverRequest?)request,
        (asked, each) => (isLow ? each.Low : each.High) is { } value ? asked?.With(each.Option, value) : null);
}
