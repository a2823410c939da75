using Amazon.Runtime;
using Assay.Aws.Clients;

namespace Assay.Aws.Accounts;

/// <summary>Where STS is asked, and what roles' trust policies ask for in turn.</summary>
internal sealed class StsDoor(string region, LiveOptions options, string? externalId)
{
    private static readonly AwsService Sts = AwsService.Of(AllowedOperations.AssumeRole);

    public string Region => region;

    public string? ExternalId => externalId;

    public string? Profile => options.Profile;

    public string Address => new AwsConfig(Sts, region, options).Address;

    public AwsClient Open(AWSCredentials credentials) => new(Sts, region, credentials, options);
}
