using Assay.Calls;

namespace Assay.Aws.Logs;

/// <summary>
/// Bodies where Bedrock put them, or where they were copied to together with the records: in <c>data/</c> beside them.
/// </summary>
internal sealed class S3Bodies(S3Reader s3) : IObjectStore
{
    /// <remarks>
    /// A record decides what is read here, so nothing is that does not look like a body of Bedrock's.
    /// </remarks>
    public Stream? TryOpen(string uri, CallFile record)
    {
        if (TryParse(uri) is not { } item)
        {
            return null;
        }

        var beside = Beside(item, record);
        try
        {
            return Open(item) ?? (beside is null ? null : Open(beside));
        }
        catch (UnreadableException) when (beside is not null && Open(beside) is { } found)
        {
            return found;
        }
    }

    /// <remarks>A parser has a thread of its own, so it may block.</remarks>
    private Stream? Open(S3Object item) => S3Stream.TryOpenAsync(s3, item).GetAwaiter().GetResult();

    /// <returns>Null where that is no other place, or the records are in no bucket.</returns>
    private static S3Object? Beside(S3Object item, CallFile record)
    {
        if (!record.Place.StartsWith("s3://", StringComparison.Ordinal))
        {
            return null;
        }

        var place = S3Object.Parse(record.Place);
        var key = $"{place.Key[..(place.Key.LastIndexOf('/') + 1)]}data/{item.Key[(item.Key.LastIndexOf('/') + 1)..]}";
        var beside = new S3Object(place.Bucket, key);
        return beside == item ? null : beside;
    }

    private static S3Object? TryParse(string uri)
    {
        try
        {
            return CallFile.IsRecords(uri) ? null : S3Object.Parse(uri);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
