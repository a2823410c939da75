using System.Text;
using System.IO.Hashing;

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

    public string Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest)
        {
            return Encoding.UTF8.GetString(text);
        }

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
}
