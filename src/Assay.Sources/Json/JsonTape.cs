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

    public void Restart(byte[] text) => (Text, Count) = (text, 0);

    public int Add(JsonKind kind, int start)
    {
        if (Count == Entries.Length)
        {
            Array.Resize(ref Entries, Count * 2);
        }

        ref var entry = ref Entries[Count];
        entry.Start = start;
        entry.Kind = kind;
        entry.IsEscaped = entry.IsOddlyWritten = false;
        return Count++;
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

    public void Close(int index, int end)
    {
        Entries[index].End = end;
        Entries[index].Next = Count;
    }
}
