using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>One change of how calls are made. Calls come in the order in which they were made.</summary>
internal interface IReplayStep
{
    /// <summary>
    /// What the calls of each group are priced as after this step, from what they were before it. A step that makes
    /// calls ahead of others adds their groups behind: the next as many, in the same order.
    /// </summary>
    IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) => before;

    void Apply(ref ReplayedCall call);

    /// <summary>
    /// Calls that are made ahead of one, before <see cref="Apply"/> is asked about it; they go through the steps that
    /// follow as it does.
    /// </summary>
    void Ahead(in ReplayedCall call, ICollection<ReplayedCall> first)
    {
    }

    /// <summary>Figures of the step by their names in the contract; asked for when every call has passed.</summary>
    IEnumerable<(string Name, decimal? Value)> Measures(Bill bill);
}
