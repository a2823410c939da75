using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assay.FakeAws.Wire;

/// <summary>
/// Opaque tokens. A token carries a digest of the request it continues, because AWS refuses one that is used
/// with other parameters.
/// </summary>
internal static class PageToken
{
    public static string Digest(string request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)).AsSpan(0, 8));

    public static string Encode(string digest, long first, long second = 0) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{digest}|{first}|{second}"));

    /// <summary>The position, or null when the token was not made for this request.</summary>
    public static (long First, long Second)? Decode(string token, string digest)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Split('|') is [var found, var first, var second]
            && found == digest
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            ? (a, b)
            : null;
    }
}
