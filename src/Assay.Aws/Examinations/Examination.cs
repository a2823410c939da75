namespace Assay.Aws.Examinations;

/// <summary>All that the doctor found, and what asking took.</summary>
/// <param name="Checks">By account, Region and subject.</param>
public sealed record Examination(IReadOnlyList<Check> Checks, ScanReceipt Receipt)
{
    public bool IsSound => !Checks.Any(check => check.Status is CheckStatus.Denied or CheckStatus.Failed);

    /// <summary>IAM actions that are missing, once each.</summary>
    public IReadOnlyList<string> DeniedActions =>
        [.. Checks.Where(check => check.Status == CheckStatus.Denied).Select(check => check.Subject).Distinct()];
}
