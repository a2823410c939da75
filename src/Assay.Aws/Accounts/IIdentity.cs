using Assay.Aws.Transport;

namespace Assay.Aws.Accounts;

/// <summary>Who scans, and as whom else: the calls to STS, which are never recorded.</summary>
internal interface IIdentity
{
    /// <returns>The account the credentials belong to.</returns>
    /// <exception cref="Assay.Diagnostics.AssayException">The credentials are not accepted.</exception>
    Task<string> CallerAsync(CancellationToken cancellationToken);

    /// <summary>Takes a role, so that its account can be read.</summary>
    /// <returns>Why not; null where it succeeded.</returns>
    Task<ApiError?> BecomeAsync(string account, string roleArn, CancellationToken cancellationToken);
}
