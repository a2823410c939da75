using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Everything in the ledger that is not a count: what the accounts hold and how well they were read.</summary>
public sealed record Inventory(
    IReadOnlyDictionary<string, string?> Accounts,
    IReadOnlyList<Coverage> Coverage,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<Fact.InferenceProfile> Profiles,
    IReadOnlyList<Fact.ProvisionedModel> Provisioned,
    IReadOnlyList<Fact.DerivedModel> Derived,
    IReadOnlyList<Fact.BatchJob> BatchJobs,
    IReadOnlyList<Fact.Logging> Logging,
    IReadOnlyList<Fact.FoundationModel> FoundationModels,
    IReadOnlyList<Fact.Distribution> Distributions,
    IReadOnlyList<Fact.Billed> Billed)
{
    /// <summary>Of no account.</summary>
    public static Inventory Empty { get; } =
        new(new Dictionary<string, string?>(), [], [], [], [], [], [], [], [], [], []);
}
