using Assay.Streams;

namespace Assay.Sources.Compression;

/// <summary>Bytes that were already taken from a stream, and then the stream: for looking before reading.</summary>
internal sealed class Prefixed(Stream start, Stream rest) : ForwardStream
{
    public override int Read(Span<byte> buffer) => start.Read(buffer) is > 0 and var read ? read : rest.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            start.Dispose();
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
