using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using Assay.Aws.Transport;

namespace Assay.Aws.Logs;

/// <summary>Lists buckets and gets objects, in the Region that a bucket turns out to be in.</summary>
internal sealed class S3Reader(ITransport transport, string home, CancellationToken stop)
{
    /// <summary>An object up to this size comes with one request, a longer one in parts of it.</summary>
    public const int Part = 2 << 20;

    /// <summary>The SDK limits how long an answer may take to begin, not how long it may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, string> regions = new(StringComparer.Ordinal);

    /// <summary>
    /// Buffers of objects: new ones for each would fill the heap of large things faster than it is swept.
    /// </summary>
    public ArrayPool<byte> Pool { get; } = ArrayPool<byte>.Create(Part, maxArraysPerBucket: 6);

    public CancellationToken Stop => stop;

    /// <param name="token">Of the page before; null for the first one.</param>
    /// <param name="isFlat">Everything below the prefix; otherwise folders are listed as such.</param>
    public async Task<S3Page> ListAsync(S3Object prefix, bool isFlat, string? token)
    {
        var query = new List<KeyValuePair<string, string>>
        {
            new("list-type", "2"), new("prefix", prefix.Key),
        };
        if (!isFlat)
        {
            query.Add(new("delimiter", "/"));
        }

        if (token is not null)
        {
            query.Add(new("continuation-token", token));
        }

        var reply = await AskAsync(AllowedOperations.ListObjectsV2, prefix.Bucket, call => call with
        {
            Labels = [new("Bucket", prefix.Bucket)],
            Query = query,
        });
        return reply.Error is { } error
            ? throw Refusal.Of(error, AllowedOperations.ListObjectsV2, $"s3://{prefix.Bucket}")
            : S3Page.Parse(prefix.Bucket, reply.Body);
    }

    /// <summary>The object, or a part of it, of the version that was listed and of no other.</summary>
    /// <param name="from">Where the part begins; null gets the whole object.</param>
    public async Task<ApiReply> TryGetAsync(S3Object item, long? from)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (item.ETag is { } tag)
        {
            headers.Add(new("If-Match", tag));
        }

        if (from is { } start)
        {
            headers.Add(new("Range", string.Create(
                CultureInfo.InvariantCulture, $"bytes={start}-{start + Part - 1}")));
        }

        return await AskAsync(AllowedOperations.GetObject, item.Bucket, call => call with
        {
            Labels = [new("Bucket", item.Bucket), new("Key+", item.Key)],
            Headers = headers,
            Pool = Pool,
        });
    }

    /// <inheritdoc cref="TryGetAsync"/>
    /// <exception cref="Assay.Calls.UnreadableException">It can't be had.</exception>
    public async Task<ApiReply> GetAsync(S3Object item, long? from)
    {
        var reply = await TryGetAsync(item, from);
        return reply.Error is { } error
            ? throw Refusal.Of(error, AllowedOperations.GetObject, $"s3://{item.Bucket}")
            : reply;
    }

    private async Task<ApiReply> AskAsync(AllowedOperation operation, string bucket, Func<ApiCall, ApiCall> with)
    {
        var region = regions.GetValueOrDefault(bucket, home);
        var reply = await SendAsync(with(new ApiCall("", region, operation)));
        if (reply.Error?.BucketRegion is { Length: > 0 } other && other != region)
        {
            regions[bucket] = other;
            reply = await SendAsync(with(new ApiCall("", other, operation)));
        }

        return reply;
    }

    private async Task<ApiReply> SendAsync(ApiCall call)
    {
        try
        {
            return await transport.SendAsync(call, stop).WaitAsync(Patience, stop);
        }
        catch (TimeoutException)
        {
            return ApiReply.Failed(new ApiError(
                ApiError.NoAnswer, $"the answer took longer than {Patience.TotalMinutes:0} minutes", Status: 0));
        }
    }
}
