namespace Assay.Aws.Metrics;

/// <summary>
/// Ids that the control plane tells and that may have metrics though CloudWatch no longer lists them: it leaves out
/// series without data for two weeks. Short ids and ARNs are both here, as either may be what metrics carry.
/// </summary>
internal sealed record KnownIds(
    IReadOnlyList<string> SystemProfiles, IReadOnlyList<string> ApplicationProfiles, IReadOnlyList<string> Provisioned)
{
    public static KnownIds None { get; } = new([], [], []);

    public bool IsProvisioned(string modelId) => Provisioned.Contains(modelId, StringComparer.Ordinal);
}
