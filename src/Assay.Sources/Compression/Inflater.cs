using Assay.Sources.Json;

namespace Assay.Sources.Compression;

/// <summary>
/// From a file's bytes to its text. A gzip file that fits is inflated at once, by libdeflate where the machine has it;
/// everything else comes as a stream. Reused from file to file.
/// </summary>
/// <param name="isStreaming">Leaves libdeflate out.</param>
internal sealed class Inflater(bool isStreaming) : IDisposable
{
    private const uint Smallest = 1 << 16;

    private readonly LibDeflate? libDeflate = isStreaming ? null : LibDeflate.TryLoad();
    private byte[] whole = new byte[(1 << 20) + FastTape.Padding];

    /// <summary>Opens a file's text in the window.</summary>
    /// <param name="file">The file's bytes; of a large file as many as were read.</param>
    /// <param name="rest">What follows them; null where the file lies in memory whole.</param>
    /// <param name="again">Opens the file from its start.</param>
    public void Open(ArraySegment<byte> file, Stream? rest, Func<Stream>? again, TextWindow window)
    {
        var isGzip = file is [0x1f, 0x8b, ..];
        if (!isGzip || rest is not null || libDeflate is null || !TryWhole(file, window))
        {
            window.Begin(Text(Joined(file, rest)), again is null ? null : () => Text(again()));
        }
    }

    /// <summary>A file's text as a stream, gzip or plain.</summary>
    public static Stream Text(Stream stream)
    {
        var start = new byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        var all = Joined(new ArraySegment<byte>(start, 0, read), stream);
        return start is [0x1f, 0x8b] && read == 2 ? new GzipText(all) : all;
    }

    public void Dispose() => libDeflate?.Dispose();

    private static Stream Joined(ArraySegment<byte> file, Stream? rest)
    {
        var start = new MemoryStream(file.Array!, file.Offset, file.Count, writable: false);
        return rest is null ? start : new Prefixed(start, rest);
    }

    /// <summary>
    /// One gzip member after another into one buffer. False where that does not fit, or where it is damaged: a stream
    /// then keeps what comes before the damage.
    /// </summary>
    private bool TryWhole(ReadOnlySpan<byte> file, TextWindow window)
    {
        var length = 0;
        while (file.Length > 0)
        {
            // The last four bytes tell the size of the last member, or lie: then the buffer grows.
            var told = file.Length >= 18 ? BitConverter.ToUInt32(file[^4..]) : 0;
            if (!Ensure(length, Math.Min(told, Smallest) + 1L) || !Ensure(length, told))
            {
                return false;
            }

            var room = whole.AsSpan(length, whole.Length - FastTape.Padding - length);
            switch (libDeflate!.Inflate(file, room, out var used, out var made))
            {
                case DeflateOutcome.Done:
                    length += made;
                    file = file[used..];
                    break;
                case DeflateOutcome.NoRoom when Ensure(length, room.Length * 2L):
                    break;
                default:
                    return false;
            }
        }

        whole.AsSpan(length, FastTape.Padding).Clear();
        window.Begin(whole, length);
        return true;
    }

    private bool Ensure(int used, long more)
    {
        var needed = used + more + FastTape.Padding;
        if (needed > TextWindow.Largest + FastTape.Padding)
        {
            return false;
        }

        if (needed > whole.Length)
        {
            // Larger than needed, because the next file is as large and a little more.
            var larger = new byte[Math.Min(needed + (needed / 2), TextWindow.Largest + FastTape.Padding)];
            whole.AsSpan(0, used).CopyTo(larger);
            whole = larger;
        }

        return true;
    }
}
