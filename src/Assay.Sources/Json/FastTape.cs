using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Sources.Json;

/// <summary>
/// Makes the same tape as <see cref="StrictTape"/>, several times faster, of every record that is plainly well formed.
/// It gives up at the first byte that surprises it, and what it takes the strict one takes too.
/// </summary>
/// <remarks>
/// Prompts are long texts, so texts are searched many bytes at a time and the little structure between them byte by
/// byte. The buffer must hold <see cref="Padding"/> zero bytes after what is read: a zero is nothing that JSON allows,
/// so it stops every loop and no loop asks where the end is.
/// </remarks>
internal sealed class FastTape
{
    public const int Padding = 128;

    private readonly int[] open = new int[JsonTape.DeepestNesting];
    private readonly int[] marks = new int[JsonTape.DeepestNesting];
    private readonly Alike alike = new();
    private JsonTape tape = new();
    private int depth;
    private bool isValueNext;
    private bool isInObject;
    private int lastText;

    /// <returns>Where the record ends; negative where it is left to the strict reader.</returns>
    public int Build(byte[] buffer, int start, JsonTape into)
    {
        into.Restart(buffer);
        into.Repeats.Trim();
        (tape, depth, isValueNext) = (into, 0, true);
        ref var text = ref MemoryMarshal.GetArrayDataReference(buffer);
        var p = start;
        do
        {
            p = Space(ref text, p);
            p = isValueNext ? Value(ref text, p) : After(ref text, p);
        }
        while (p >= 0 && depth > 0);
        return p;
    }

    private int Value(ref byte text, int p)
    {
        isValueNext = false;
        var c = At(ref text, p);
        if (c == '"' && depth > 0)
        {
            lastText = tape.Count;
            return Text(ref text, p + 1);
        }

        return c switch
        {
            // A record is an object or an array: what else stands alone is no surprise of the strict reader's.
            (byte)'{' => Open(ref text, p, JsonKind.Object),
            (byte)'[' => Open(ref text, p, JsonKind.Array),
            _ when depth == 0 => -1,
            (byte)'t' => Literal(ref text, p, JsonKind.True, "true"u8),
            (byte)'f' => Literal(ref text, p, JsonKind.False, "false"u8),
            (byte)'n' => Literal(ref text, p, JsonKind.Null, "null"u8),
            _ => Number(ref text, p),
        };
    }

    /// <summary>What stands after a value: a comma and another one, or a container's end.</summary>
    private int After(ref byte text, int p)
    {
        while (At(ref text, p) == ',')
        {
            p = Space(ref text, p + 1);
            if (isInObject && (p = Key(ref text, p)) < 0)
            {
                return -1;
            }

            if (At(ref text, p) != '"')
            {
                isValueNext = true;
                return p;
            }

            // Texts are most of what there is, so they are read on the spot.
            lastText = tape.Count;
            if ((p = Text(ref text, p + 1)) < 0)
            {
                return -1;
            }

            p = Space(ref text, p);
        }

        return At(ref text, p) == (isInObject ? '}' : ']') ? Close(p + 1) : -1;
    }

    private int Open(ref byte text, int p, JsonKind kind)
    {
        if (depth == JsonTape.DeepestNesting)
        {
            return -1;
        }

        // Of what prompts are made of, blocks and messages and tools, all are items of a list.
        var mark = -1;
        if (kind == JsonKind.Object && depth > 0 && !isInObject)
        {
            if (alike.TryCopy(ref text, p, depth, tape) is > 0 and var near)
            {
                return near;
            }

            mark = Repeats.Mark(ref text, p);
            if (TryRepeat(ref text, mark, kind, p) is > 0 and var past)
            {
                return past;
            }
        }

        marks[depth] = mark;
        open[depth++] = tape.Add(kind, p);
        alike.Begin(depth);
        isInObject = kind == JsonKind.Object;
        p = Space(ref text, p + 1);
        if (At(ref text, p) == (isInObject ? '}' : ']'))
        {
            return Close(p + 1);
        }

        isValueNext = true;
        return isInObject ? Key(ref text, p) : p;
    }

    private int Close(int p)
    {
        var container = open[--depth];
        tape.Close(container, p);
        if (depth > 0)
        {
            ref var outer = ref tape.Entries[open[depth - 1]];
            outer.IsOddlyWritten |= tape.Entries[container].IsOddlyWritten;
            isInObject = outer.Kind == JsonKind.Object;
            var start = tape.Entries[container].Start;
            if (marks[depth] >= 0 && p - start >= Repeats.Shortest)
            {
                tape.Repeats.Add(marks[depth], start, p - start, depth, tape, container);
            }
            else if (marks[depth] >= 0)
            {
                alike.Keep(depth, container, lastText, tape);
            }
        }

        return p;
    }

    /// <returns>Behind a value that came before; 0 where it did not.</returns>
    private int TryRepeat(ref byte text, int mark, JsonKind kind, int p)
    {
        var first = tape.Count;
        var past = tape.Repeats.TryCopy(ref text, mark, kind, p, depth, tape);
        if (past > 0)
        {
            tape.Entries[open[depth - 1]].IsOddlyWritten |= tape.Entries[first].IsOddlyWritten;
        }

        return past;
    }

    private int Key(ref byte text, int p)
    {
        if (At(ref text, p) != '"' || (p = Text(ref text, p + 1)) < 0)
        {
            return -1;
        }

        p = Space(ref text, p);
        return At(ref text, p) == ':' ? Space(ref text, p + 1) : -1;
    }

    /// <summary>A text from behind its first quote to behind its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Text(ref byte text, int p)
    {
        var near = FastText.NearStop(ref text, p);
        if (near >= 0 && At(ref text, near) == '"')
        {
            tape.AddWhole(JsonKind.Text, p, near);
            return near + 1;
        }

        return LongText(ref text, p);
    }

    /// <summary>A text that is long, or has escapes.</summary>
    private int LongText(ref byte text, int start)
    {
        var mark = Repeats.Mark(ref text, start);
        if (TryRepeat(ref text, mark, JsonKind.Text, start) is > 0 and var past)
        {
            return past;
        }

        var p = FastText.End(ref text, start, out var isEscaped, out var isOdd);
        if (p < 0)
        {
            return -1;
        }

        var index = tape.Count;
        ref var entry = ref tape.AddWhole(JsonKind.Text, start, p);
        if (isEscaped)
        {
            (entry.IsEscaped, entry.IsOddlyWritten) = (true, isOdd);
            tape.Entries[open[depth - 1]].IsOddlyWritten |= isOdd;
        }

        if (p - start >= Repeats.Shortest)
        {
            // With its last quote, so that what is longer is no repeat; and however deep it lies.
            tape.Repeats.Add(mark, start, p + 1 - start, JsonTape.DeepestNesting, tape, index);
        }

        return p + 1;
    }

    private int Literal(ref byte text, int p, JsonKind kind, ReadOnlySpan<byte> word)
    {
        if (!MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, p), word.Length).SequenceEqual(word))
        {
            return -1;
        }

        tape.AddWhole(kind, p, p + word.Length);
        return p + word.Length;
    }

    private int Number(ref byte text, int p)
    {
        var end = FastText.NumberEnd(ref text, p);
        if (end > 0)
        {
            tape.AddWhole(JsonKind.Number, p, end);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Space(ref byte text, int p) => At(ref text, p) > ' ' ? p : Spaces(ref text, p);

    /// <summary>Goes over spaces, and remembers that there were some.</summary>
    private int Spaces(ref byte text, int p)
    {
        var from = p;
        while (At(ref text, p) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            p++;
        }

        if (depth > 0 && p > from)
        {
            tape.Entries[open[depth - 1]].IsOddlyWritten = true;
        }

        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte At(ref byte text, int p) => Unsafe.Add(ref text, p);
}
