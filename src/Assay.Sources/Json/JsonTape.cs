using System.Runtime.CompilerServices;

namespace Assay.Sources.Json;

/// <summary>
/// A JSON text as a flat list of its values: what both readers make, the strict and the fast one, so that everything
/// after them is written once. Reused from record to record.
/// </summary>
internal sealed class JsonTape
{
    /// <summary>How deep values may lie in one another; a record that goes deeper is rejected.</summary>
    public const int DeepestNesting = 512;

    public TapeEntry[] Entries = new TapeEntry[1024];

    public int Count;

    /// <summary>The bytes that entries point into.</summary>
    public byte[] Text = [];

    public JsonValue Root => new(this, 0);

    /// <summary>Values of this text that the fast reader met before.</summary>
    public Repeats Repeats { get; } = new();

    public void Restart(byte[] text) => (Text, Count) = (text, 0);

    public int Add(JsonKind kind, int start)
    {
        AddWhole(kind, start, start);
        return Count - 1;
    }

    /// <summary>Adds a value that holds no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TapeEntry AddWhole(JsonKind kind, int start, int end)
    {
        if (Count == Entries.Length)
        {
            Array.Resize(ref Entries, Count * 2);
        }

        ref var entry = ref Entries[Count];
        entry = new TapeEntry { Start = start, End = end, Next = ++Count, Kind = kind };
        return ref entry;
    }

    /// <summary>Adds a value as it was on a tape before.</summary>
    /// <param name="bytes">How far on in the text it lies now.</param>
    /// <param name="first">The place on that tape of its first entry.</param>
    public void Add(ReadOnlySpan<TapeEntry> value, int bytes, int first)
    {
        MakeRoom(value.Length);
        var own = Entries.AsSpan(Count, value.Length);
        var places = Count - first;
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = value[i];
            own[i].Start += bytes;
            own[i].End += bytes;
            own[i].Next += places;
        }

        Count += value.Length;
    }

    /// <summary>Adds a value that is like the one before it but for one text.</summary>
    /// <param name="bytes">How far on it lies.</param>
    /// <param name="after">How far on lies what comes after the text.</param>
    public void AddAlike(int item, int text, int bytes, int after)
    {
        var (count, places) = (Entries[item].Next - item, Count - item);
        MakeRoom(count);
        for (var i = item; i < item + count; i++)
        {
            var entry = Entries[i];
            // Containers of the text end after it.
            entry.End += entry.Next > text ? after : bytes;
            entry.Start += i > text ? after : bytes;
            entry.Next += places;
            Entries[Count++] = entry;
        }
    }

    public void Close(int index, int end)
    {
        Entries[index].End = end;
        Entries[index].Next = Count;
    }

    private void MakeRoom(int more)
    {
        if (Count + more > Entries.Length)
        {
            Array.Resize(ref Entries, Math.Max(Count + more, Count * 2));
        }
    }
}
