using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>Where a group's calls would go.</summary>
/// <param name="KeepsCache">False where what they cached is input there.</param>
/// <param name="Ratio">Tokens that the same text has there, of those it has now.</param>
internal sealed record Move(Meter Meter, bool KeepsCache = true, decimal Ratio = 1);
