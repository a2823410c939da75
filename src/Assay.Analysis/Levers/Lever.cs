using Assay.Analysis.Levers.Batch;
using Assay.Analysis.Levers.Cascade;
using Assay.Analysis.Levers.ContextTrim;
using Assay.Analysis.Levers.Deduplicate;
using Assay.Analysis.Levers.ModelRightSizing;
using Assay.Analysis.Levers.OutputCap;
using Assay.Analysis.Levers.PromptCaching;
using Assay.Analysis.Levers.ProvisionedThroughput;
using Assay.Analysis.Levers.Reserved;
using Assay.Analysis.Levers.RoutingScopes;
using Assay.Analysis.Levers.ServiceTiers;

namespace Assay.Analysis.Levers;

/// <summary>The levers. A test proves the list complete.</summary>
public static class Lever
{
    public static IReadOnlyList<ILever> All { get; } =
    [
        new DeduplicateLever(), new ContextTrimLever(), new ModelRightSizingLever(), new CascadeLever(),
        new RoutingScopesLever(), new PromptCachingLever(), new OutputCapLever(), new ServiceTiersLever(),
        new BatchLever(), new ReservedLever(), new ProvisionedThroughputLever(),
    ];

    /// <summary>The page in the lever's folder.</summary>
    public static string HelpOf(ILever lever) =>
        Resource.Text($"Levers/{lever.GetType().Name[..^nameof(Lever).Length]}/lever.md");
}
