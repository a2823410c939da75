namespace Assay.Sources.Compression;

/// <summary>libdeflate's results, in its order.</summary>
internal enum DeflateOutcome
{
    Done,
    BadData,
    ShortOutput,
    NoRoom,
}
