using System.Globalization;
using System.Text;
using System.Xml.Linq;
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
        var answer = XDocument.Parse(Encoding.UTF8.GetString(body));
        var expiration = DateTime.Parse(
            Text("Expiration"), CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        var keys = new ImmutableCredentials(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"));
        return new CredentialsRefreshState(keys, expiration);

        string Text(string name) => answer.Descendants().First(element => element.Name.LocalName == name).Value;
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
