using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assay.Sources.Json;

/// <summary>The inner loops of <see cref="FastTape"/>: over texts, escapes and numbers.</summary>
internal static class FastText
{
    /// <summary>Bytes that <see cref="NearStop"/> looks at.</summary>
    public const int Near = 32;

    /// <summary>Keys and most values end near, so it is looked there first.</summary>
    /// <returns>
    /// Where among the next bytes the first is that ends a text, escapes something, or may not be in it; negative
    /// where there is none.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NearStop(ref byte text, int p)
    {
        var mask = Stops(Vector256.LoadUnsafe(ref text, (nuint)p)).ExtractMostSignificantBits();
        return mask == 0 ? -1 : p + BitOperations.TrailingZeroCount(mask);
    }

    /// <summary>Goes to the end of a text; every byte is looked at once, whatever is escaped between.</summary>
    /// <param name="isOdd">An escape is not the short one, or need not be there.</param>
    /// <returns>The last quote; negative where a byte comes first that no text may hold.</returns>
    public static int End(ref byte text, int p, out bool isEscaped, out bool isOdd)
    {
        (isEscaped, isOdd) = (false, false);
        for (; ; p += 2 * Near)
        {
            var one = Stops(Vector256.LoadUnsafe(ref text, (nuint)p));
            var two = Stops(Vector256.LoadUnsafe(ref text, (nuint)p + Near));
            if ((one | two) == Vector256<byte>.Zero)
            {
                continue;
            }

            var stops = one.ExtractMostSignificantBits() | ((ulong)two.ExtractMostSignificantBits() << Near);
            for (; stops != 0; stops &= stops - 1)
            {
                var at = p + BitOperations.TrailingZeroCount(stops);
                var stop = Unsafe.Add(ref text, at);
                if (stop != '\\')
                {
                    return stop == '"' ? at : -1;
                }

                var escaped = Unsafe.Add(ref text, at + 1);
                if (!IsEscape(escaped) || (escaped == 'u' && !AreHex(ref text, at + 2)))
                {
                    return -1;
                }

                isEscaped = true;
                isOdd |= escaped is (byte)'u' or (byte)'/';
                if (at - p == (2 * Near) - 1)
                {
                    // What is escaped is the first byte of the next block.
                    p++;
                    break;
                }

                stops &= ~(2UL << (at - p));
            }
        }
    }

    /// <summary>
    /// Whether two stretches hold the same bytes. Looks at up to <see cref="FastTape.Padding"/> bytes behind them.
    /// </summary>
    public static bool Same(ref byte text, int one, int other, int length)
    {
        const int both = 2 * Near;
        for (; length > both; length -= both)
        {
            if ((Difference(ref text, one, other) | Difference(ref text, one + Near, other + Near))
                != Vector256<byte>.Zero)
            {
                return false;
            }

            one += both;
            other += both;
        }

        var near = Alike(Difference(ref text, one, other));
        var far = Alike(Difference(ref text, one + Near, other + Near));
        return length <= 0 || ~(near | ((ulong)far << Near)) << (both - length) == 0;
    }

    private static uint Alike(Vector256<byte> difference) =>
        Vector256.Equals(difference, Vector256<byte>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Difference(ref byte text, int one, int other) =>
        Vector256.LoadUnsafe(ref text, (nuint)one) ^ Vector256.LoadUnsafe(ref text, (nuint)other);

    /// <summary>
    /// Marks quotes, backslashes and what is below a space. Turning one bit over makes a quote a space and leaves the
    /// others below it, so that one comparison finds both.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Stops(Vector256<byte> block)
    {
        var turned = block ^ Vector256.Create((byte)('"' ^ ' '));
        return Vector256.Equals(Vector256.Min(turned, Vector256.Create((byte)' ')), turned)
            | Vector256.Equals(block, Vector256.Create((byte)'\\'));
    }

    /// <summary>Whether a byte may stand behind a backslash; by a bit for each, as a branch is guessed wrong.</summary>
    private static bool IsEscape(byte c)
    {
        const ulong low = (1UL << '"') | (1UL << '/');
        const ulong high = (1UL << ('\\' - 64)) | (1UL << ('b' - 64)) | (1UL << ('f' - 64)) | (1UL << ('n' - 64))
            | (1UL << ('r' - 64)) | (1UL << ('t' - 64)) | (1UL << ('u' - 64));
        return (((c < 64 ? low : c < 128 ? high : 0) >> (c & 63)) & 1) != 0;
    }

    private static bool AreHex(ref byte text, int p)
    {
        for (var i = p; i < p + 4; i++)
        {
            if (!char.IsAsciiHexDigit((char)Unsafe.Add(ref text, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>The place behind a number that something allowed follows; negative where there is none.</returns>
    public static int NumberEnd(ref byte text, int p)
    {
        p += Unsafe.Add(ref text, p) == '-' ? 1 : 0;
        var whole = Digits(ref text, p);
        if (whole == p || (whole > p + 1 && Unsafe.Add(ref text, p) == '0'))
        {
            return -1;
        }

        p = whole;
        if (Unsafe.Add(ref text, p) == '.')
        {
            var fraction = Digits(ref text, p + 1);
            p = fraction > p + 1 ? fraction : -1;
        }

        if (p > 0 && Unsafe.Add(ref text, p) is (byte)'e' or (byte)'E')
        {
            var sign = Unsafe.Add(ref text, p + 1) is (byte)'+' or (byte)'-' ? p + 2 : p + 1;
            var exponent = Digits(ref text, sign);
            p = exponent > sign ? exponent : -1;
        }

        return p > 0 && Unsafe.Add(ref text, p) is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n'
            or (byte)'\r' or (byte)'\t'
            ? p
            : -1;
    }

    private static int Digits(ref byte text, int p)
    {
        while (char.IsAsciiDigit((char)Unsafe.Add(ref text, p)))
        {
            p++;
        }

        return p;
    }
}
