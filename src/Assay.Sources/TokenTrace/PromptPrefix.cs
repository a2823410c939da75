namespace Assay.Sources.TokenTrace;

/// <summary>
/// Ids of consecutive prompt blocks from the start of the prompt: an equal id at an equal scope means equal content of
/// the whole prompt up to and including that block. Tokens after the last whole block have no id.
/// </summary>
/// <param name="BlockTokens">Tokens of one block.</param>
/// <param name="IsGlobal">False where ids mean something within one session only.</param>
/// <param name="Runs">First id and number of ids that follow it, in the order of the prompt.</param>
public sealed record PromptPrefix(int BlockTokens, bool IsGlobal, IReadOnlyList<(long First, long Count)> Runs)
{
    public long Blocks => Runs.Sum(run => run.Count);
}
