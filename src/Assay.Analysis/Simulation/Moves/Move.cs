using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>Where a group's calls would go.</summary>
/// <param name="KeepsCache">False where what they cached is input there.</param>
internal sealed record Move(Meter Meter, bool KeepsCache = true);
