using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>One change of how calls are made. Calls come in the order in which they were made.</summary>
internal interface IReplayStep
{
    /// <summary>What the calls of each group are priced as after this step, from what they were before it.</summary>
    IReadOnlyList<Meter> Meters(IReadOnlyList<Meter> before) => before;

    void Apply(ref ReplayedCall call);

    /// <summary>Figures of the step by their names in the contract; asked for when every call has passed.</summary>
    IEnumerable<(string Name, decimal? Value)> Measures(Bill bill);
}
