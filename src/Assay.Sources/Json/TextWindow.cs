namespace Assay.Sources.Json;

/// <summary>
/// The part of a text that lies in memory: all of it where it is small, otherwise a stretch that moves on. Zero bytes
/// follow what was read, as <see cref="FastTape"/> needs.
/// </summary>
internal sealed class TextWindow
{
    /// <summary>The longest record that is read.</summary>
    public const int Largest = 64 << 20;

    private const int Smallest = 1 << 20;

    private Stream? rest;
    private Func<Stream>? again;

    /// <summary>The window's own buffer, for streams; a whole text comes with its owner's.</summary>
    private byte[] owned = new byte[Smallest + FastTape.Padding];

    public byte[] Buffer { get; private set; } = [];

    /// <summary>The next byte that was not taken.</summary>
    public int Start { get; set; }

    public int End { get; private set; }

    /// <summary>No bytes come after <see cref="End"/>.</summary>
    public bool IsLast => rest is null;

    /// <summary>All of the text lies in the buffer.</summary>
    public bool IsWhole => IsLast && Total == End;

    /// <summary>The stream ended in the middle of something, or its check sum is wrong.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Bytes that were read, those already left behind included.</summary>
    public long Total { get; private set; }

    /// <summary>Begins with a text that is whole, in a buffer whose padding its owner has zeroed.</summary>
    public void Begin(byte[] whole, int length) =>
        (rest, Buffer, Start, End, Total, IsDamaged) = (null, whole, 0, length, length, false);

    /// <param name="again">Opens the same stream from its start; null where that can't be done.</param>
    public void Begin(Stream stream, Func<Stream>? again)
    {
        Buffer = owned;
        (rest, this.again, Start, End, Total, IsDamaged) = (stream, again, 0, 0, 0, false);
        More();
    }

    /// <summary>
    /// Reads on; what was taken makes room. False where nothing came: at the end, or because a record fills all.
    /// </summary>
    public bool More()
    {
        if (rest is null)
        {
            return false;
        }

        MakeRoom();
        var room = Buffer.Length - FastTape.Padding - End;
        if (room == 0)
        {
            return false;
        }

        var read = Fill(Buffer.AsSpan(End, room));
        (End, Total) = (End + read, Total + read);
        Buffer.AsSpan(End, FastTape.Padding).Clear();
        return read > 0;
    }

    /// <summary>Leaves the rest unread.</summary>
    public void Stop() => (rest, Start, IsDamaged) = (null, End, IsDamaged || rest is not null);

    private void MakeRoom()
    {
        if (Start > 0)
        {
            Buffer.AsSpan(Start, End - Start).CopyTo(Buffer);
            (Start, End) = (0, End - Start);
        }
        else if (End > Buffer.Length / 2 && Buffer.Length < Largest)
        {
            var larger = new byte[Math.Min(Buffer.Length * 2L, Largest + FastTape.Padding)];
            Buffer.AsSpan(0, End).CopyTo(larger);
            Buffer = owned = larger;
        }
    }

    /// <summary>Reads until the span is full or the stream ends; a stream that fails has ended.</summary>
    private int Fill(Span<byte> span)
    {
        var read = 0;
        try
        {
            while (read < span.Length && rest!.Read(span[read..]) is > 0 and var some)
            {
                read += some;
            }
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            read += Salvage(span[read..], Total + read);
        }

        if (read < span.Length)
        {
            rest = null;
        }

        return read;
    }

    /// <summary>
    /// A read that fails keeps to itself what it had inflated before the damage, so the stream is read once more up to
    /// there and then byte by byte.
    /// </summary>
    private int Salvage(Span<byte> span, long known)
    {
        rest = null;
        if (again is null)
        {
            return 0;
        }

        var read = 0;
        try
        {
            using var stream = again();
            var seen = new byte[1 << 16];
            for (int some; known > 0; known -= some)
            {
                some = stream.Read(seen, 0, (int)Math.Min(known, seen.Length));
                if (some == 0)
                {
                    return 0;
                }
            }

            while (read < span.Length && stream.Read(span.Slice(read, 1)) == 1)
            {
                read++;
            }
        }
        catch (InvalidDataException)
        {
            // This is the damage.
        }

        return read;
    }
}
