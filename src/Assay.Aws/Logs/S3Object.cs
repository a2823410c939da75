namespace Assay.Aws.Logs;

/// <summary>One version of an object.</summary>
/// <param name="Size">Bytes; null where it was not listed.</param>
/// <param name="ETag">Tells the version; null where it was not listed.</param>
internal sealed record S3Object(string Bucket, string Key, long? Size = null, string? ETag = null)
{
    public string Place => $"s3://{Bucket}/{Key}";

    /// <exception cref="FormatException">It names no bucket.</exception>
    public static S3Object Parse(string uri)
    {
        const string scheme = "s3://";
        var slash = uri.IndexOf('/', Math.Min(scheme.Length, uri.Length));
        var bucket = uri[Math.Min(scheme.Length, uri.Length)..(slash < 0 ? uri.Length : slash)];
        return uri.StartsWith(scheme, StringComparison.Ordinal) && bucket.Length > 0 && bucket.All(IsName)
            ? new S3Object(bucket, slash < 0 ? "" : uri[(slash + 1)..])
            : throw new FormatException("a bucket and a prefix are written s3://BUCKET/PREFIX");
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
