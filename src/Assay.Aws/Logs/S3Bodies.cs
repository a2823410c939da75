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

        try
        {
            return S3Stream.OpenAsync(s3, item).GetAwaiter().GetResult();
        }
        catch (UnreadableException) when (Beside(item, record) is { } beside)
        {
            return S3Stream.OpenAsync(s3, beside).GetAwaiter().GetResult();
        }
    }

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
