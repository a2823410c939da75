using Assay.Wording;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// The first block of tools or system prompt that differs between a workload's calls: what stands behind it can't be
/// read from a cache of other calls.
/// </summary>
/// <param name="Place">As <c>block 2 of the system prompt</c>.</param>
/// <param name="Contents">How many contents it has.</param>
/// <param name="Templates">The same with digits, UUIDs and dates masked.</param>
/// <param name="StableTokens">Tokens before it, which all calls share.</param>
public sealed record UnstablePrefix(string Place, long Contents, long Templates, long StableTokens)
{
    /// <summary>How many orders the tools of how many sets of them come in; null where each set has one.</summary>
    public (int Orders, int Sets)? ToolOrders { get; init; }

    /// <summary>
    /// A date, a number or an id is all that changes, or the order of tools: prompts could begin alike.
    /// </summary>
    public bool IsAvoidable => ToolOrders is not null || IsOfTemplates;

    private bool IsOfTemplates => Templates < Contents;

    public string Words => ToolOrders is { } tools
        ? $"The same tools come in different orders: {Count.Of(tools.Sets, "set")} of tools in "
            + $"{Count.Of(tools.Orders, "order")}. Sort them by name, so that prompts begin alike."
        : $"{char.ToUpperInvariant(Place[0])}{Place[1..]} has {Count.Of(Contents)} contents"
        + (IsOfTemplates
            ? $" of {Count.Of(Templates, "template")}: a date, a number or an id in it changes, and what stands behind "
                + "it is cached anew each time; move it to the end."
            : $"; only the {Count.Of(StableTokens)} tokens before it are the same in all calls.");
}
