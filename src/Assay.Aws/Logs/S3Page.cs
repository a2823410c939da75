using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Assay.Calls;

namespace Assay.Aws.Logs;

/// <summary>One page of a bucket's list.</summary>
/// <param name="Folders">Common prefixes, each with its slash.</param>
/// <param name="Next">Token of the next page; null where this is the last.</param>
internal sealed record S3Page(IReadOnlyList<S3Object> Objects, IReadOnlyList<string> Folders, string? Next)
{
    // Keys may hold characters that XML 1.0 has no way to write.
    private static readonly XmlReaderSettings Lenient = new() { CheckCharacters = false };

    /// <exception cref="UnreadableException">It is no page of a list.</exception>
    public static S3Page Parse(string bucket, byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Lenient);
            var root = XDocument.Load(reader).Root!;
            return new S3Page(
                [.. Each(root, "Contents").Select(item => Object(bucket, item))],
                [.. Each(root, "CommonPrefixes").Select(item => Text(item, "Prefix") ?? "")],
                Text(root, "IsTruncated") == "true" ? Text(root, "NextContinuationToken") : null);
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            throw new UnreadableException("the bucket's list can't be read", "ingest again");
        }
    }

    private static S3Object Object(string bucket, XElement item) => new(
        bucket, Text(item, "Key") ?? throw new FormatException(),
        Text(item, "Size") is { } size ? long.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture) : null,
        Text(item, "ETag"));

    private static IEnumerable<XElement> Each(XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    private static string? Text(XElement parent, string name) => Each(parent, name).FirstOrDefault()?.Value;
}
