using Assay.Aws.Transport;
using Assay.Calls;

namespace Assay.Aws.Logs;

/// <summary>An object whose bytes are on their way before they are asked for. They are handed out once.</summary>
internal sealed class Prefetched(S3Reader s3, S3Object item, Budget budget, long taken, Run run)
{
    private Task<ApiReply>? coming = s3.GetAsync(item, from: null);

    /// <summary>The bytes that came ahead, or the object once more.</summary>
    public Stream Open()
    {
        if (Interlocked.Exchange(ref coming, null) is not { } download)
        {
            return S3Stream.OpenAsync(s3, item).GetAwaiter().GetResult();
        }

        try
        {
            // A parser has a thread of its own, so it may block.
            var reply = download.GetAwaiter().GetResult();
            if (item.Size is { } size && size != reply.Length)
            {
                throw new UnreadableException(
                    $"{reply.Length} bytes came of an object of {size}", "ingest it again");
            }

            run.Succeeded();
            return new Held(reply, () =>
            {
                s3.Pool.Return(reply.Body);
                budget.Return(taken);
            });
        }
        catch
        {
            run.Failed();
            budget.Return(taken);
            throw;
        }
    }

    private sealed class Held(ApiReply reply, Action release)
        : MemoryStream(reply.Body, 0, reply.Length, writable: false)
    {
        private Action? release = release;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Interlocked.Exchange(ref release, null)?.Invoke();
        }
    }
}
