using System.Security.Cryptography;
using System.Text;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Signing;

/// <summary>Signature Version 4, written from its specification so that it can judge other implementations.</summary>
internal static class SigV4
{
    public static string Sign(Incoming request, Scope scope, string secret)
    {
        var canonical = CanonicalRequest(request, scope.SignedHeaders);
        var toSign = string.Join('\n',
            "AWS4-HMAC-SHA256",
            request.Header("x-amz-date"),
            $"{scope.Date}/{scope.Region}/{scope.Service}/aws4_request",
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), scope.Date);
        foreach (var part in new[] { scope.Region, scope.Service, "aws4_request" })
        {
            key = Hmac(key, part);
        }

        return Hex(Hmac(key, toSign));
    }

    private static string CanonicalRequest(Incoming request, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');

        // Every service but S3 escapes the path once more for the signature.
        text.Append(string.Join('/', request.RawPath.Split('/').Select(Escape))).Append('\n');
        text.Append(string.Join('&', request.Query
            .Select(p => (Key: Escape(p.Key), Value: Escape(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Key}={p.Value}"))).Append('\n');
        foreach (var name in signedHeaders)
        {
            var value = string.Join(',', request.Headers[name].Select(v => Squeeze(v ?? "")));
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        text.Append('\n').Append(string.Join(';', signedHeaders)).Append('\n');
        return text.Append(Hex(SHA256.HashData(request.Body))).ToString();
    }

    private static string Squeeze(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~')
            {
                escaped.Append(c);
            }
            else
            {
                escaped.Append('%').Append(b.ToString("X2"));
            }
        }

        return escaped.ToString();
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
