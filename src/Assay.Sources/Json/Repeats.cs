using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Assay.Sources.Shapes;

namespace Assay.Sources.Json;

/// <summary>
/// Values of a text that were read, so that one which repeats the bytes of another is neither read nor hashed again:
/// most of an agent's log is prompts that repeat the prompt before. All bytes are compared, so a hit is never wrong.
/// </summary>
internal sealed class Repeats
{
    /// <summary>Bytes from which on a value is remembered; <see cref="Mark"/> looks at as many.</summary>
    public const int Shortest = FastTape.Padding;

    private const int Slots = 1 << 12;
    private const int Numbers = 16;

    /// <summary>Entries that are kept: 2 MB of them.</summary>
    private const int MostEntries = 1 << 17;

    /// <summary>A value's number, counted from one, above bits that its beginning has and others have not.</summary>
    private readonly uint[] slots = new uint[Slots];
    private Value[] values = new Value[64];
    private TapeEntry[] entries = new TapeEntry[256];
    private int count;
    private int filled;

    /// <summary>Forgets all, as when another text lies in the buffer.</summary>
    public void Clear()
    {
        if (count > 0)
        {
            Array.Clear(slots);
        }

        (count, filled) = (0, 0);
    }

    /// <summary>Makes room before a record, whose entries may point to values up to its end.</summary>
    public void Trim()
    {
        if (count > ushort.MaxValue / 2 || filled > MostEntries / 2)
        {
            Clear();
        }
    }

    /// <summary>
    /// What a value that begins so is looked for by. Words near the start are much the same everywhere. Never negative.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Mark(ref byte text, int p)
    {
        var near = Word(ref text, p + 16) ^ (Word(ref text, p + 48) * 0x9E3779B97F4A7C15);
        var far = Word(ref text, p + 80) ^ (Word(ref text, p + Shortest - sizeof(ulong)) * 0xC2B2AE3D27D4EB4F);
        return (int)((near ^ ulong.RotateLeft(far, 29)) * 0x9E3779B97F4A7C15 >> 33);
    }

    /// <summary>Puts a repeated value on the tape.</summary>
    /// <param name="kind">An object, or a text from behind its first quote.</param>
    /// <returns>Behind its last byte; 0 where there is none.</returns>
    public int TryCopy(ref byte text, int mark, JsonKind kind, int p, int depth, JsonTape tape)
    {
        var slot = slots[mark & (Slots - 1)];
        if (slot < 1 << Numbers || (ushort)slot != (ushort)(mark >> Numbers))
        {
            return 0;
        }

        ref var value = ref values[(slot >> Numbers) - 1];
        // Deeper than where it was read it may lie too deep.
        if (value.Depth < depth || value.Kind != kind || tape.Text.Length - FastTape.Padding - p < value.Length
            || !FastText.Same(ref text, p, value.Start, value.Length))
        {
            return 0;
        }

        tape.Add(entries.AsSpan(value.First, value.Count), p - value.Start, value.FirstOnTape);
        return p + value.Length;
    }

    /// <summary>Remembers the value that was just read.</summary>
    /// <param name="first">Its first entry; it reaches to the end of the tape.</param>
    public void Add(int mark, int p, int length, int depth, JsonTape tape, int first)
    {
        var own = tape.Entries.AsSpan(first, tape.Count - first);
        if (count == ushort.MaxValue || filled + own.Length > MostEntries)
        {
            return;
        }

        Grow(ref values, count + 1);
        Grow(ref entries, filled + own.Length);
        values[count++] = new Value
        {
            Start = p,
            Length = length,
            Depth = depth,
            First = filled,
            Count = own.Length,
            FirstOnTape = first,
            Kind = own[0].Kind,
        };
        slots[mark & (Slots - 1)] = ((uint)count << Numbers) | (ushort)(mark >> Numbers);
        own[0].Repeat = (ushort)count;
        own.CopyTo(entries.AsSpan(filled));
        filled += own.Length;
    }

    /// <summary>What was made of a repeated value's content, for whoever makes it.</summary>
    public ref Hashed HashOf(int place) => ref values[place - 1].Hash;

    private static void Grow<T>(ref T[] array, int needed)
    {
        if (array.Length < needed)
        {
            Array.Resize(ref array, Math.Max(needed, array.Length * 2));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte text, int p) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, p));

    private struct Value
    {
        public int Start;
        public int Length;
        public int Depth;
        public int First;
        public int Count;
        public int FirstOnTape;
        public JsonKind Kind;
        public Hashed Hash;
    }
}
