using System.Buffers.Text;
using Assay.Sources.Shapes;

namespace Assay.Sources.Json;

/// <summary>A value on a tape. A default one stands for "not there" and answers every question with nothing.</summary>
internal readonly struct JsonValue(JsonTape tape, int index)
{
    private readonly JsonTape? tape = tape;

    public bool Exists => tape is not null;

    public JsonKind Kind => Entry.Kind;

    public bool IsObject => tape is not null && Kind == JsonKind.Object;

    public bool IsArray => tape is not null && Kind == JsonKind.Array;

    public bool IsText => tape is not null && Kind == JsonKind.Text;

    public bool IsNull => tape is not null && Kind == JsonKind.Null;

    public bool IsOddlyWritten => Entry.IsOddlyWritten;

    public bool IsEscaped => Entry.IsEscaped;

    /// <summary>The bytes of the value as they stand in the file; of a text, what is between its quotes.</summary>
    public ReadOnlySpan<byte> Raw => tape!.Text.AsSpan(Entry.Start, Entry.End - Entry.Start);

    public int Length => Entry.End - Entry.Start;

    private ref TapeEntry Entry => ref tape!.Entries[index];

    /// <summary>Its place among <see cref="JsonTape.Repeats"/>; 0 where it has none.</summary>
    public int Repeat => tape is null ? 0 : Entry.Repeat;

    /// <summary>What was made of its content; only where it has a place among the repeats.</summary>
    public ref Hashed Hash => ref tape!.Repeats.HashOf(Entry.Repeat);

    /// <summary>The value of a key; the last one where the key stands twice, as most readers of JSON have it.</summary>
    public JsonValue this[ReadOnlySpan<byte> key]
    {
        get
        {
            if (!IsObject)
            {
                return default;
            }

            var (entries, end, found) = (tape!.Entries, Entry.Next, 0);
            for (var i = index + 1; i < end; i = entries[i + 1].Next)
            {
                // Most keys differ in their lengths already.
                if ((entries[i].End - entries[i].Start == key.Length || entries[i].IsEscaped)
                    && new JsonMember(tape, i).Is(key))
                {
                    found = i + 1;
                }
            }

            return found == 0 ? default : new(tape, found);
        }
    }

    /// <summary>The string, unescaped; null where this is no text.</summary>
    public string? String => !IsText ? null : Canonical.Unescaped(Raw, IsEscaped);

    /// <summary>A whole number; null where this is none or does not fit.</summary>
    public long? Whole =>
        tape is not null && Kind == JsonKind.Number && Utf8Parser.TryParse(Raw, out long number, out var used)
        && used == Length
            ? number
            : null;

    public bool Says(ReadOnlySpan<byte> text) => IsText && Raw.SequenceEqual(text);

    /// <summary>The members of an object, as pairs; nothing of any other value.</summary>
    public MemberWalk GetEnumerator() => new(tape, IsObject ? index + 1 : 0, IsObject ? Entry.Next : 0);

    /// <summary>The items of an array; nothing of any other value.</summary>
    public ItemWalk Items => new(tape, IsArray ? index + 1 : 0, IsArray ? Entry.Next : 0);
}
