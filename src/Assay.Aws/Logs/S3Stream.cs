using Assay.Aws.Transport;
using Assay.Streams;

namespace Assay.Aws.Logs;

/// <summary>
/// An object in parts, the next of which comes while one is read. All parts are of one version: it is asked for by
/// its ETag.
/// </summary>
internal sealed class S3Stream : ForwardStream
{
    private const string Missing = "NoSuchKey";

    private readonly S3Reader s3;
    private readonly S3Object item;
    private readonly long whole;
    private ApiReply? part;
    private int at;
    private long asked;
    private Task<ApiReply>? ahead;

    private S3Stream(S3Reader s3, S3Object item, ApiReply first)
    {
        (this.s3, part) = (s3, first);
        this.item = item with { ETag = item.ETag ?? first.ETag };
        whole = first.Whole ?? first.Length;
        asked = first.Length;
        AskAhead();
    }

    /// <exception cref="Assay.Calls.UnreadableException">It can't be had.</exception>
    public static async Task<Stream> OpenAsync(S3Reader s3, S3Object item) =>
        await TryOpenAsync(s3, item) ?? throw Refusal.Of(
            new ApiError(Missing, "", Status: 404), AllowedOperations.GetObject, $"s3://{item.Bucket}");

    /// <summary>Asks for the first part.</summary>
    /// <returns>Null where there is no such object.</returns>
    /// <exception cref="Assay.Calls.UnreadableException">It can't be had.</exception>
    public static async Task<Stream?> TryOpenAsync(S3Reader s3, S3Object item)
    {
        var reply = await s3.TryGetAsync(item, from: 0);
        return reply.Error switch
        {
            null => new S3Stream(s3, item, reply),
            { Status: 416 } => Null,
            { Code: Missing } => null,
            { } error => throw Refusal.Of(error, AllowedOperations.GetObject, $"s3://{item.Bucket}"),
        };
    }

    public override int Read(Span<byte> buffer)
    {
        if (part is not null && at == part.Length && ahead is not null)
        {
            // A parser has a thread of its own, so it may block.
            Release();
            (part, at) = (ahead.GetAwaiter().GetResult(), 0);
            if (part.Length != Math.Min(S3Reader.Part, whole - asked))
            {
                throw new IOException("a part of the object is not as long as it was asked for");
            }

            asked += part.Length;
            AskAhead();
        }

        var rest = part is null ? default : part.Body.AsSpan(at, part.Length - at);
        var length = Math.Min(buffer.Length, rest.Length);
        rest[..length].CopyTo(buffer);
        at += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        Release();
        base.Dispose(disposing);
    }

    private void Release()
    {
        if (part is not null)
        {
            s3.Pool.Return(part.Body);
            part = null;
        }
    }

    private void AskAhead() => ahead = asked < whole ? s3.GetAsync(item, asked) : null;
}
