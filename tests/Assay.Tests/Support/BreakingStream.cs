namespace Assay.Tests.Support;

/// <summary>Bytes that can't be read beyond a place, as of a disk or a network that fails.</summary>
internal sealed class BreakingStream(byte[] bytes, int breaksAt) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => Position < breaksAt
        ? base.Read(buffer, offset, (int)Math.Min(count, breaksAt - Position))
        : throw new IOException("broken");
}
