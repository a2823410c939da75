using Amazon.Runtime;
using Assay.Aws.Clients;
using Assay.Aws.Transport;
using Assay.Diagnostics;

namespace Assay.Aws.Accounts;

/// <summary>Asks STS.</summary>
internal sealed class LiveIdentity(AWSCredentials own, StsDoor door, Wallet wallet, CallTally tally) : IIdentity
{
    public async Task<string> CallerAsync(CancellationToken cancellationToken)
    {
        tally.Add(AllowedOperations.GetCallerIdentity);
        using var client = door.Open(own);
        try
        {
            var body = await client.SendAsync(
                new ApiCall("", door.Region, AllowedOperations.GetCallerIdentity), cancellationToken);
            var account = new StsAnswer(body).Text("Account");
            wallet.Put(account, own);
            return account;
        }
        catch (Exception e) when (Failure.Read(e, client.Address, cancellationToken) is { } error)
        {
            throw Refused(error);
        }
    }

    public async Task<ApiError?> BecomeAsync(string account, string roleArn, CancellationToken cancellationToken)
    {
        tally.Add(AllowedOperations.AssumeRole);
        var credentials = new AssumedRole(own, roleArn, door);
        try
        {
            // Fetched now and kept, so that a refusal shows here and not in the first call.
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
            wallet.Put(account, credentials);
            return null;
        }
        catch (Exception e) when (Failure.Read(e, door.Address, cancellationToken) is { } error)
        {
            return error;
        }
    }

    private AssayException Refused(ApiError error) => error.Kind switch
    {
        _ when error.IsForeign => new AssayException(
            ExitCode.NoResult, $"{door.Address} answered HTTP {error.Status}, but not as AWS does",
            "check the proxy and AWS_ENDPOINT_URL"),
        ErrorKind.Unreachable or ErrorKind.Clock or ErrorKind.Server or ErrorKind.Unreadable
            or ErrorKind.Throttled => new AssayException(
            ExitCode.NoResult, error.Describe(AllowedOperations.GetCallerIdentity),
            error.Remedy(AllowedOperations.GetCallerIdentity)),
        ErrorKind.Credentials => new AssayException(
            ExitCode.NoResult, "the AWS credentials have expired", CredentialSource.Renewal(door.Profile)),
        ErrorKind.RegionOff => new AssayException(
            ExitCode.NoResult, $"AWS does not know the access key ({error.Code})",
            CredentialSource.Renewal(door.Profile)),
        _ => new AssayException(
            ExitCode.NoResult, $"AWS refused the credentials: {error.Code}, {error.Message}",
            CredentialSource.Renewal(door.Profile)),
    };
}
