namespace Assay.Analysis.Simulation;

/// <summary>Blocks that are left out of a prompt: those after one node, up to and including another.</summary>
/// <param name="After">The last node before the gap; -1 where the gap begins the prompt.</param>
/// <param name="UpTo">The last node of the gap.</param>
/// <param name="Tokens">Of the gap.</param>
internal readonly record struct Gap(int After, int UpTo, long Tokens)
{
    /// <summary>Something is left out: the default leaves out nothing.</summary>
    public bool IsThere => Tokens > 0;
}
