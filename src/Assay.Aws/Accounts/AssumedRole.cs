using System.Globalization;
using Amazon.Runtime;
using Assay.Aws.Transport;

namespace Assay.Aws.Accounts;

/// <summary>Credentials of a role, renewed by the SDK before they expire.</summary>
internal sealed class AssumedRole(AWSCredentials own, string roleArn, StsDoor door) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var client = door.Open(own);
        var body = await client.SendAsync(Question(), CancellationToken.None);
        var answer = new StsAnswer(body);
        var keys = new ImmutableCredentials(
            answer.Text("AccessKeyId"), answer.Text("SecretAccessKey"), answer.Text("SessionToken"));
        return DateTime.TryParse(
            answer.Text("Expiration"), CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var expiration)
            ? new CredentialsRefreshState(keys, expiration)
            : throw new UnreadableAnswerException();
    }

    private ApiCall Question()
    {
        var form = new List<KeyValuePair<string, string>> { new("RoleArn", roleArn), new("RoleSessionName", "assay") };
        if (door.ExternalId is { } externalId)
        {
            form.Add(new("ExternalId", externalId));
        }

        return new ApiCall("", door.Region, AllowedOperations.AssumeRole) { Query = form };
    }
}
