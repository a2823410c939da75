namespace Assay.Aws.Transport;

/// <summary>What came back: a body, or an error and no body.</summary>
internal sealed record ApiReply(byte[] Body, ApiError? Error)
{
    public static ApiReply Of(byte[] body) => new(body, Error: null);

    public static ApiReply Failed(ApiError error) => new([], error);
}
