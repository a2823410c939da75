using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using SdkEndpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Assay.Aws.Clients;

/// <summary>The SDK's configuration of one service in one Region.</summary>
internal sealed class AwsConfig : ClientConfig
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3.1);

    private readonly AwsService service;

    public AwsConfig(AwsService service, string region, LiveOptions options)
        : base(new DefaultConfigurationProvider([Defaults()]))
    {
        this.service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName ?? service.Host;
        RetryMode = RequestRetryMode.Standard;
        Timeout = options.Patience;
        ConnectTimeout = ConnectLimit;
        if (options.Profile is { } profile)
        {
            Profile = new Profile(profile);
        }

        // The address given for the service or for all of them has to be read before a Region is set: setting one
        // clears it (AWSSDK.Core 4).
        Address = options.Endpoint?.ToString() ?? ServiceURL;
        RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        if (string.IsNullOrEmpty(Address))
        {
            var fips = UseFIPSEndpoint ? "-fips" : "";
            Address = $"https://{service.Host}{fips}.{region}.{service.Suffix ?? RegionEndpoint.PartitionDnsSuffix}";
        }
    }

    /// <summary>Where requests go: <c>AWS_ENDPOINT_URL[_SERVICE]</c>, the profile's endpoint, or AWS.</summary>
    public string Address { get; }

    public override string ServiceVersion => service.Version ?? "";

    public override string UserAgent => "assay";

    public override string RegionEndpointServiceName => service.Host;

    public override SdkEndpoint DetermineServiceOperationEndpoint(
        Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => new(Address);

    private static DefaultConfiguration Defaults() => new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        ConnectTimeout = ConnectLimit,
        TlsNegotiationTimeout = ConnectLimit,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
    };
}
