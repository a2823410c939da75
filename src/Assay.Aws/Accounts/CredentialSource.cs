using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Assay.Aws.Clients;
using Assay.Diagnostics;

namespace Assay.Aws.Accounts;

/// <summary>The credentials and the Region that the AWS CLI would take.</summary>
internal static class CredentialSource
{
    /// <exception cref="AssayException">There are none, or they can't be renewed.</exception>
    public static async Task<AWSCredentials> ResolveAsync(string? profile, CancellationToken cancellationToken)
    {
        SdkGuard.Install();
        try
        {
            var credentials = profile is null ? await FromChainAsync(cancellationToken) : FromProfile(profile);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
            return credentials;
        }
        catch (Exception e)
            when (e is not (AssayException or OperationCanceledException or OperationNotAllowedException))
        {
            // The SDK's text lists every provider it tried over many lines; the remedy is what helps.
            var what = profile is null ? "no AWS credentials were found"
                : $"profile {profile} gives no credentials: {Failure.FirstLine(e.Message)}";
            throw new AssayException(ExitCode.NoResult, what, Renewal(profile));
        }
    }

    /// <summary>What to run so that the next scan has credentials.</summary>
    public static string Renewal(string? profile)
    {
        var name = profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE");
        var suffix = name is null ? "" : $" --profile {name}";
        return IsSingleSignOn(name ?? "default") ? $"run `aws sso login{suffix}`"
            : $"run `aws configure{suffix}`, or `aws sso login{suffix}` for single sign-on, or set AWS_PROFILE";
    }

    /// <returns>Null where none is configured.</returns>
    public static string? Region(string? profile) =>
        Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
        ?? Find(profile ?? Variable("AWS_PROFILE") ?? "default")?.Region?.SystemName;

    private static Task<AWSCredentials> FromChainAsync(CancellationToken cancellationToken) =>
        DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().WaitAsync(cancellationToken);

    private static AWSCredentials FromProfile(string profile)
    {
        var chain = new CredentialProfileStoreChain();
        if (chain.TryGetAWSCredentials(profile, out var credentials))
        {
            return credentials;
        }

        throw chain.TryGetProfile(profile, out _)
            ? new AssayException(
                ExitCode.NoResult, $"profile {profile} holds no credentials Assay can use", Renewal(profile))
            : new AssayException(
                ExitCode.Usage, $"there is no profile {profile}", "see `aws configure list-profiles` for their names");
    }

    private static bool IsSingleSignOn(string profile) =>
        Find(profile)?.Options is { } options
        && (options.SsoAccountId is not null || options.SsoSession is not null);

    private static CredentialProfile? Find(string profile) =>
        new CredentialProfileStoreChain().TryGetProfile(profile, out var found) ? found : null;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
