using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using SdkEndpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Assay.Aws.Clients;

/// <summary>Gives each request its address, and the names it is signed with.</summary>
internal sealed class EndpointHandler(AwsConfig config) : BaseEndpointResolver
{
    public override SdkEndpoint GetEndpoint(IExecutionContext executionContext) => new(config.Address);

    protected override void PreInvoke(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext.Request;
        request.Endpoint = new Uri(config.Address);
        request.OverrideSigningServiceName = config.AuthenticationServiceName;
        request.AuthenticationRegion = config.RegionEndpoint.SystemName;
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => new();
}
