namespace Assay.Ledgers;

/// <summary>What calls of one place in somebody's code have in common.</summary>
/// <param name="Place">In order of first calls, from 0.</param>
/// <param name="Tools">Names as a JSON array; null where none are offered.</param>
/// <param name="IsAny">The system prompt is made anew for each call, so it tells nothing.</param>
/// <param name="Owner">What the calls' metadata says, where all say the same.</param>
public sealed record WorkloadKey(
    int Place, string Account, string Region, string ModelId, string? Caller, string? Tools, bool IsAny, long? Skeleton,
    string? Owner);
