using Amazon.Runtime;

namespace Assay.Aws.Clients;

/// <summary>A response's bytes, read by whoever asked.</summary>
internal sealed class AwsResponse : AmazonWebServiceResponse
{
    public byte[] Body { get; init; } = [];

    /// <summary>The Date header as it came.</summary>
    public string? Date { get; init; }
}
