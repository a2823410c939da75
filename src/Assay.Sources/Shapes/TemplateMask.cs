using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Assay.Sources.Shapes;

/// <summary>
/// A text with what changes from call to call taken out, so that a prompt with today's date or a request's id in it is
/// still the same prompt. Every word that holds a digit becomes <c>#</c> (numbers, UUIDs, ids, times), and so does the
/// name of a month or a weekday beside one.
/// </summary>
internal static class TemplateMask
{
    private const byte Mask = (byte)'#';

    private static readonly HashSet<string> DateWords = new(
        [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
            "december", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday",
            "wednesday", "thursday", "friday", "saturday", "sunday",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <returns>False where there is nothing to mask, and then nothing is written.</returns>
    /// <param name="text">UTF-8, escaped as JSON escapes it.</param>
    public static bool TryMask(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        var digit = Digit(text, 0);
        if (digit < 0)
        {
            return false;
        }

        output.ResetWrittenCount();
        var copied = 0;
        while (digit >= 0)
        {
            var from = WordStart(text, copied, digit);
            output.Write(text[copied..from]);
            DropDateWord(output);
            var to = PastDateWord(text, WordEnd(text, digit));
            output.Write([Mask]);
            copied = to;
            digit = Digit(text, to);
        }

        output.Write(text[copied..]);
        return true;
    }

    /// <returns>The next digit; negative where there is none.</returns>
    private static int Digit(ReadOnlySpan<byte> text, int from)
    {
        const int near = 32;
        ref var start = ref MemoryMarshal.GetReference(text);
        for (; from + (2 * near) <= text.Length; from += 2 * near)
        {
            var one = Digits(Vector256.LoadUnsafe(ref start, (nuint)from));
            var two = Digits(Vector256.LoadUnsafe(ref start, (nuint)from + near));
            if ((one | two) != Vector256<byte>.Zero)
            {
                return from + BitOperations.TrailingZeroCount(
                    one.ExtractMostSignificantBits() | ((ulong)two.ExtractMostSignificantBits() << near));
            }
        }

        var next = text[from..].IndexOfAnyInRange((byte)'0', (byte)'9');
        return next < 0 ? next : from + next;
    }

    private static Vector256<byte> Digits(Vector256<byte> block)
    {
        var above = block - Vector256.Create((byte)'0');
        return Vector256.Equals(Vector256.Min(above, Vector256.Create((byte)9)), above);
    }

    private static bool IsWord(byte c) => char.IsAsciiLetterOrDigit((char)c) || c is (byte)'-' or (byte)'_';

    private static int WordStart(ReadOnlySpan<byte> text, int least, int at)
    {
        // The letter behind a backslash belongs to the escape: \n2024 is a new line and a year.
        while (at > least && IsWord(text[at - 1]) && !(at >= 2 && text[at - 2] == '\\'))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Takes back a month or weekday that was written just before: <c>Monday, 26</c>.</summary>
    private static void DropDateWord(ArrayBufferWriter<byte> output)
    {
        var written = output.WrittenSpan;
        var end = written.TrimEnd(" ,."u8).Length;
        var start = end;
        while (start > 0 && end - start < 10 && char.IsAsciiLetter((char)written[start - 1]))
        {
            start--;
        }

        if (end > start && end < written.Length && DateWords.Contains(Encoding.ASCII.GetString(written[start..end])))
        {
            var kept = written[..start].ToArray();
            output.ResetWrittenCount();
            output.Write(kept);
        }
    }

    /// <summary>Goes over a month or weekday that comes next: <c>26 November</c>.</summary>
    private static int PastDateWord(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (start < text.Length && start - at < 3 && text[start] is (byte)' ' or (byte)',' or (byte)'.')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end - start < 10 && char.IsAsciiLetter((char)text[end]))
        {
            end++;
        }

        return end > start && start > at && DateWords.Contains(Encoding.ASCII.GetString(text[start..end])) ? end : at;
    }
}
