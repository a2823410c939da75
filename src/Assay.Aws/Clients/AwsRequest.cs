using Amazon.Runtime;
using Assay.Aws.Transport;

namespace Assay.Aws.Clients;

/// <summary>A call as the SDK's pipeline carries it.</summary>
internal sealed class AwsRequest(ApiCall call) : AmazonWebServiceRequest
{
    public ApiCall Call { get; } = call;
}
