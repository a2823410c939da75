using Assay.Analysis.Levers;
using Assay.Analysis.Owners;

namespace Assay.Cli.Hosting;

/// <summary>
/// What <c>assay.yaml</c> decides: thresholds of the levers, what they may do, and which tags name an owner.
/// </summary>
internal sealed record Configuration(LeverOptions Levers, OwnerRules Owners)
{
    public static Configuration Default { get; } = new(LeverOptions.Default, OwnerRules.Default);
}
