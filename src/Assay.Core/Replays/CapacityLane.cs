using Assay.Units;

namespace Assay.Replays;

/// <summary>One of the two things that the Reserved tier sells apart.</summary>
/// <param name="Kind"><c>input</c> (with cache writes, without cache reads) or <c>output</c>.</param>
/// <param name="Tpm">Tokens a minute that are reserved.</param>
/// <param name="P95Tpm">Demand that 95 % of the windows do not exceed, in tokens a minute.</param>
/// <param name="Utilisation">Tokens served from it, of what it could serve.</param>
/// <param name="SpillShare">Tokens of the kind that are served at the standard tier.</param>
/// <param name="OwnTpm">The best size, were each kind to spill by itself.</param>
public sealed record CapacityLane(
    string Kind, long Tpm, decimal P95Tpm, Usd MonthlyUsd, Share? Utilisation, Share? SpillShare, long OwnTpm);
