namespace Assay.Aws.Transport;

/// <summary>What came back: a body, or an error and no body.</summary>
internal sealed record ApiReply(byte[] Body, ApiError? Error)
{
    /// <summary>Bytes of <see cref="Body"/> that count: a buffer of a pool may be longer.</summary>
    public int Length { get; init; } = Body.Length;

    /// <summary>Which version of an object the body is of; null where it is of none.</summary>
    public string? ETag { get; init; }

    /// <summary>Length of the whole object of which the body is a part; null where it is all of it.</summary>
    public long? Whole { get; init; }

    public static ApiReply Of(byte[] body) => new(body, Error: null);

    public static ApiReply Failed(ApiError error) => new([], error);
}
