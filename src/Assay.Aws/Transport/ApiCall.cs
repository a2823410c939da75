using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Aws.Transport;

/// <summary>One question to AWS, in a form that is equal whenever the question is.</summary>
/// <param name="Account">The account whose credentials ask.</param>
internal sealed record ApiCall(string Account, string Region, AllowedOperation Operation)
{
    /// <summary>JSON in a fixed order of members; empty where the question is in <see cref="Query"/>.</summary>
    public string Body { get; init; } = "";

    /// <summary>Parameters of a GET or of a form.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>What the path's placeholders stand for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>Conditions of a GET, as <c>Range</c> and <c>If-Match</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// Where the buffer of a large answer comes from, and whoever asks returns it; null makes a new one.
    /// </summary>
    public ArrayPool<byte>? Pool { get; init; }

    /// <summary>Metrics asked for: what CloudWatch charges by.</summary>
    public int Metrics { get; init; }

    /// <summary>Retries after a server's failure where fewer than the SDK's own are worth while.</summary>
    public int? MostRetries { get; init; }

    /// <summary>Where a recording keeps the answer, relative to its root.</summary>
    public string FileName => $"{Account}/{Region}/{Operation.Service}.{Operation.Name}.{Digest}.json.gz";

    private string Digest
    {
        get
        {
            var query = string.Join('&', Query
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{query}\n{Body}"));
            return Convert.ToHexStringLower(hash.AsSpan(0, 8));
        }
    }
}
