using System.Security;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Storage;

/// <summary>S3 as far as looking goes: a bucket's keys, and whether an object is there.</summary>
internal sealed class BucketService : FakeService
{
    public override string SigningName => "s3";

    public override Protocol Protocol => Protocol.Query;

    public override string ActionOf(string operation) => operation == "ListObjectsV2" ? "ListBucket" : "GetObject";

    public override string? OperationOf(Incoming request) => request.Method switch
    {
        "GET" when Key(request).Length == 0 && request.Query.Contains(new("list-type", "2")) => "ListObjectsV2",
        "HEAD" when Key(request).Length > 0 => "HeadObject",
        _ => null,
    };

    public override Reply Answer(ServiceCall call)
    {
        var bucket = call.Request.RawPath.Split('/')[1];
        if (!call.Account.Buckets.TryGetValue(bucket, out var keys))
        {
            throw new AwsException("NoSuchBucket", "The specified bucket does not exist", 404);
        }

        return call.Operation == "ListObjectsV2" ? List(call.Request, keys)
            : keys.Contains(Key(call.Request)) ? Reply.Xml("")
            : throw new AwsException("NoSuchKey", "The specified key does not exist.", 404);
    }

    private static Reply List(Incoming request, IReadOnlyList<string> keys)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value);
        var most = int.Parse(query.GetValueOrDefault("max-keys", "1000"), System.Globalization.CultureInfo.InvariantCulture);
        var found = keys.Where(key => key.StartsWith(query.GetValueOrDefault("prefix", ""), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Take(most)
            .Select(key => $"<Contents><Key>{SecurityElement.Escape(key)}</Key></Contents>");
        return Reply.Xml(
            "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + string.Concat(found)
            + "</ListBucketResult>");
    }

    private static string Key(Incoming request) =>
        request.RawPath.Split('/', 3) is [_, _, var key] ? Uri.UnescapeDataString(key) : "";
}
