using System.Text.Json;

namespace Assay.Aws.Transport;

/// <summary>A reply as a file: the response's bytes as they came, or an error in an envelope AWS never sends.</summary>
internal static class RecordedReply
{
    private static ReadOnlySpan<byte> Envelope => "{\"assay.error\":"u8;

    public static byte[] Write(ApiReply reply)
    {
        if (reply.Error is not { } error)
        {
            return reply.Body;
        }

        return
        [
            .. Envelope,
            .. JsonSerializer.SerializeToUtf8Bytes(error, ApiErrorJson.Default.ApiError),
            .. "}"u8,
        ];
    }

    /// <exception cref="JsonException">The envelope holds no error.</exception>
    public static ApiReply Read(byte[] content)
    {
        if (!content.AsSpan().StartsWith(Envelope))
        {
            return ApiReply.Of(content);
        }

        var inside = content.AsSpan(Envelope.Length..^1);
        return ApiReply.Failed(
            JsonSerializer.Deserialize(inside, ApiErrorJson.Default.ApiError)
            ?? throw new JsonException("the error is null"));
    }
}
