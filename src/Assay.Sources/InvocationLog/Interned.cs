using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// Short texts that come again and again, as ids and Regions do: one string each. Bounded, so that texts which never
/// come again cost nothing.
/// </summary>
internal sealed class Interned
{
    private const int Remembered = 1 << 13;
    private const int Longest = 256;

    private readonly Dictionary<ulong, string> known = [];

    /// <summary>What came last of texts whose ends are alike: most are found here without being hashed.</summary>
    private readonly string?[] near = new string?[1 << 8];

    public string Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest)
        {
            return Encoding.UTF8.GetString(text);
        }

        ref var last = ref near[Ends(text)];
        return last is not null && Ascii.Equals(text, last) ? last : last = Known(text);
    }

    private string Known(ReadOnlySpan<byte> text)
    {
        var hash = XxHash3.HashToUInt64(text);
        if (known.TryGetValue(hash, out var found) && Ascii.Equals(text, found))
        {
            return found;
        }

        if (known.Count == Remembered)
        {
            known.Clear();
        }

        return known[hash] = Encoding.UTF8.GetString(text);
    }

    /// <returns>A number for the length and the last bytes, in which ids and names differ most.</returns>
    private static byte Ends(ReadOnlySpan<byte> text)
    {
        var end = text.Length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]) : 0;
        return (byte)((end + (uint)text.Length) * 0x9E3779B1 >> 24);
    }
}
