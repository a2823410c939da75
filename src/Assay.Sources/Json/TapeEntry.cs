namespace Assay.Sources.Json;

/// <summary>
/// One value or key of a JSON text, in the order of the text. <see cref="Start"/> and <see cref="End"/> are places in
/// the buffer; of a text they leave out the quotes. A container is followed by what it holds; <see cref="Next"/> is
/// the entry after all of that.
/// </summary>
internal struct TapeEntry
{
    public int Start;
    public int End;
    public int Next;
    public JsonKind Kind;

    /// <summary>Two answers in one byte, so that an entry has sixteen.</summary>
    private byte flags;

    /// <summary>The place of the value among <see cref="Repeats"/>; 0 where it has none.</summary>
    public ushort Repeat;

    /// <summary>A text holds a backslash.</summary>
    public bool IsEscaped
    {
        readonly get => (flags & 1) != 0;
        set => flags = (byte)(value ? flags | 1 : flags & ~1);
    }

    /// <summary>
    /// The text, or anything in the container, is not written the one way <see cref="Canonical"/> writes it.
    /// </summary>
    public bool IsOddlyWritten
    {
        readonly get => (flags & 2) != 0;
        set => flags = (byte)(value ? flags | 2 : flags & ~2);
    }
}
