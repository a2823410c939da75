using Assay.Aws.Transport;

namespace Assay.Aws.Accounts;

/// <summary>Answers as STS did when the recording was made.</summary>
internal sealed class ReplayIdentity(Manifest manifest, CallTally tally) : IIdentity
{
    public Task<string> CallerAsync(CancellationToken cancellationToken)
    {
        tally.Add(AllowedOperations.GetCallerIdentity);
        return Task.FromResult(manifest.Caller);
    }

    public Task<ApiError?> BecomeAsync(string account, string roleArn, CancellationToken cancellationToken)
    {
        tally.Add(AllowedOperations.AssumeRole);
        var role = manifest.Roles.FirstOrDefault(role => role.Account == account && role.Arn == roleArn);
        return Task.FromResult(role is null
            ? new ApiError(ApiError.NotRecorded, $"the recording does not know {roleArn}", Status: 0)
            : role.Error);
    }
}
