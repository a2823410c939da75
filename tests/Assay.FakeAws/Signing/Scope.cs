using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Signing;

/// <summary>What the Authorization header of a SigV4 request says.</summary>
internal sealed record Scope(
    string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders,
    string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Reads the header; null when the request is not signed at all.</summary>
    public static Scope? Read(string header)
    {
        if (header.Length == 0)
        {
            return null;
        }

        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw new AwsException(Fault.IncompleteSignature, $"Unsupported authorization: {header.Split(' ')[0]}");
        }

        var parts = header[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        if (!parts.TryGetValue("Credential", out var credential)
            || credential.Split('/') is not [var key, var date, var region, var service, "aws4_request"]
            || !parts.TryGetValue("SignedHeaders", out var signed)
            || !parts.TryGetValue("Signature", out var signature))
        {
            throw new AwsException(
                Fault.IncompleteSignature,
                "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        }

        return new Scope(key, date, region, service, signed.Split(';'), signature);
    }
}
