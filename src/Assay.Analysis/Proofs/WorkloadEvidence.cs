using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation.Caching;
using Assay.Ledgers;
using Assay.Ledgers.Replaying;
using Assay.Models;

namespace Assay.Analysis.Proofs;

/// <summary>One place in somebody's code, with what its calls say.</summary>
/// <param name="Groups">Its groups of calls: places in the replay's groups.</param>
/// <param name="Row">The report's row that most of its tokens are in.</param>
/// <param name="Plan">How it calls now, for a month.</param>
public sealed record WorkloadEvidence(
    WorkloadRecord Record, WorkloadFacts Facts, IReadOnlyList<int> Groups, RowEvidence Row, Plan Plan)
{
    /// <summary>When its calls came.</summary>
    public ArrivalTotal? Arrivals { get; init; }

    /// <summary>Where its prompts begin to differ though they need not; null where they don't.</summary>
    public UnstablePrefix? Prefix { get; init; }

    public CatalogueModel Model => Row.Model!;

    /// <summary>The name a person knows it by.</summary>
    public string Name => Record.Name;

    /// <summary>Who is asked to change it: the owner that its calls name, else the caller.</summary>
    public string? Owner => Record.Owner ?? Record.Caller;

    /// <summary>True for calls whose body is the model's own, which have no field in common.</summary>
    public bool InvokesModel => Facts.Operation.StartsWith("InvokeModel", StringComparison.Ordinal);

    /// <summary>
    /// Few tokens out and no tool used: what classification and extraction look like.
    /// </summary>
    public bool LooksEasy(LeverOptions options) =>
        Facts.UsesTools == 0 && Facts.Output.P95 <= options.EasyOutput;

    /// <summary>Prompt tokens a month.</summary>
    public decimal Prompt => Plan.Parts.Sum(part => part.Prompt);
}
