namespace Assay.Calls;

/// <summary>How the reading of one file went.</summary>
/// <param name="Digest">Of its bytes as they are stored.</param>
/// <param name="Compressed">How many those are.</param>
/// <param name="Uncompressed">Bytes after inflating.</param>
/// <param name="Records">Records seen, those that were rejected included.</param>
/// <param name="Rejected">Records that could not be taken; each is a diagnostic.</param>
/// <param name="IsWhole">False where the file ends in the middle of something, or could not be read to its end.</param>
/// <param name="IsKnown">It was not read, because a file of the same bytes had been.</param>
public sealed record ReadResult(
    string Digest, long Compressed, long Uncompressed, long Records, long Rejected, bool IsWhole, bool IsKnown = false)
{
    /// <summary>Of a file that was not even opened.</summary>
    public static ReadResult Known { get; } = new("", 0, 0, 0, 0, IsWhole: true, IsKnown: true);
}
