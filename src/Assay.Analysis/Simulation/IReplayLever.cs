namespace Assay.Analysis.Simulation;

/// <summary>A lever over calls: from the options that were asked for to a step that changes calls.</summary>
internal interface IReplayLever
{
    /// <summary>A lever id of the contract.</summary>
    string Id { get; }

    /// <param name="before">The steps before it, made anew: what they leave is what this one is chosen for.</param>
    ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before);
}
