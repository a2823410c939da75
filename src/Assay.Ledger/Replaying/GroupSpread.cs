namespace Assay.Ledgers.Replaying;

/// <summary>What the calls of one group have in common.</summary>
/// <param name="Group">A place in <see cref="CallSequence.Groups"/>.</param>
/// <param name="MostOutput">Tokens of the longest answer.</param>
/// <param name="WithoutMaximum">Calls that ask for no maximum of output, or whose maximum nobody knows.</param>
/// <param name="MedianMaximum">The maximum that calls ask for; null where none does.</param>
/// <param name="Stopped">Calls that ended because their maximum was reached.</param>
/// <param name="MostPrompt">Tokens of the longest prompt.</param>
public sealed record GroupSpread(
    int Group,
    long Calls,
    OutputSpread Output,
    long MostOutput,
    long WithoutMaximum,
    long? MedianMaximum,
    long Stopped,
    long MostPrompt,
    bool HasTools);

/// <summary>Output tokens that so large a share of the calls does not exceed.</summary>
public sealed record OutputSpread(long P50, long P95, long P99);
