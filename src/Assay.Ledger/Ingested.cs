namespace Assay.Ledgers;

/// <summary>A file that was read, as the ledger remembers it.</summary>
/// <param name="Digest">Of its bytes as they are stored.</param>
/// <param name="Rejected">Records that were no calls.</param>
/// <param name="IsWhole">False where the file ended early: it is read again the next time.</param>
public sealed record Ingested(
    string Digest, string Place, long Compressed, long Uncompressed, long Records, long Rejected, bool IsWhole,
    DateTimeOffset IngestedAt)
{
    /// <summary>The ETag of an object; null elsewhere.</summary>
    public string? Version { get; init; }
}
