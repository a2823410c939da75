using Amazon.Runtime;

namespace Assay.Aws.Clients;

/// <summary>A response's bytes, read by whoever asked.</summary>
internal sealed class AwsResponse : AmazonWebServiceResponse
{
    public byte[] Body { get; init; } = [];

    /// <summary>Bytes of <see cref="Body"/> that count.</summary>
    public int Length { get; init; }

    /// <summary>Which version of an object it is.</summary>
    public string? ETag { get; init; }

    /// <summary>Which part of an object it is, and how long the whole is: <c>bytes 0-9/100</c>.</summary>
    public string? ContentRange { get; init; }

    /// <summary>The Date header as it came.</summary>
    public string? Date { get; init; }
}
