using System.Globalization;
using System.Net.Http.Headers;
using System.Security;
using System.Security.Cryptography;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Storage;

/// <summary>S3 as far as reading goes: a bucket's keys and objects, whole or in parts.</summary>
internal sealed class BucketService : FakeService
{
    public override string SigningName => "s3";

    public override Protocol Protocol => Protocol.Query;

    public override string ActionOf(string operation) => operation == "ListObjectsV2" ? "ListBucket" : "GetObject";

    public override string? OperationOf(Incoming request) => request.Method switch
    {
        "GET" when Key(request).Length == 0 && request.Query.Contains(new("list-type", "2")) => "ListObjectsV2",
        "GET" when Key(request).Length > 0 => "GetObject",
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

        if (call.Account.BucketRegions.TryGetValue(bucket, out var region) && region != call.Region)
        {
            return Reply.Xml("<Error><Code>PermanentRedirect</Code><Message>Elsewhere</Message></Error>", 301) with
            {
                ErrorCode = "PermanentRedirect",
                Headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = region },
            };
        }

        return call.Operation == "ListObjectsV2" ? List(call, bucket, keys)
            : !keys.Contains(Key(call.Request))
                ? throw new AwsException("NoSuchKey", "The specified key does not exist.", 404)
            : call.Operation == "HeadObject" ? Reply.Xml("")
            : Get(call, call.Account.Objects.GetValueOrDefault($"{bucket}/{Key(call.Request)}"));
    }

    private static Reply Get(ServiceCall call, StoredObject? item)
    {
        var body = (item?.Body ?? []).AsMemory();
        if (call.Request.Header("if-match") is { Length: > 0 } tag && tag != Tag(item, isListed: false))
        {
            throw new AwsException("PreconditionFailed", "At least one of the pre-conditions did not hold", 412);
        }

        var reply = new Reply(200, "application/octet-stream", body)
        {
            Headers = new Dictionary<string, string> { ["ETag"] = Tag(item, isListed: false) },
        };
        return RangeHeaderValue.TryParse(call.Request.Header("range"), out var range)
            ? Part(reply, range.Ranges.First())
            : reply;
    }

    private static Reply Part(Reply whole, RangeItemHeaderValue range)
    {
        var (from, length) = ((int)range.From!, whole.Body.Length);
        if (from >= length)
        {
            throw new AwsException("InvalidRange", "The requested range is not satisfiable", 416);
        }

        var to = (int)Math.Min(range.To ?? length - 1, length - 1);
        return whole with
        {
            Status = 206,
            Body = whole.Body[from..(to + 1)],
            Headers = new Dictionary<string, string>(whole.Headers)
            {
                ["Content-Range"] = $"bytes {from}-{to}/{length}",
            },
        };
    }

    private static Reply List(ServiceCall call, string bucket, IReadOnlyList<string> keys)
    {
        var query = call.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value);
        var most = int.Parse(query.GetValueOrDefault("max-keys", "1000"), CultureInfo.InvariantCulture);
        var prefix = query.GetValueOrDefault("prefix", "");
        var after = query.GetValueOrDefault("continuation-token", "");
        var found = keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => Grouped(key, prefix, query.GetValueOrDefault("delimiter")))
            .Where(key => string.CompareOrdinal(key, after) > 0)
            .Distinct().Order(StringComparer.Ordinal).Take(most + 1).ToList();
        var shown = found.Take(most).Select(key => key.EndsWith('/')
            ? $"<CommonPrefixes><Prefix>{SecurityElement.Escape(key)}</Prefix></CommonPrefixes>"
            : Entry(key, call.Account.Objects.GetValueOrDefault($"{bucket}/{key}")));
        var next = found.Count > most
            ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{SecurityElement.Escape(found[most - 1])}"
                + "</NextContinuationToken>"
            : "<IsTruncated>false</IsTruncated>";
        return Reply.Xml(
            "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + string.Concat(shown) + next
            + "</ListBucketResult>");
    }

    /// <summary>The key, or the folder that a delimiter makes of it.</summary>
    private static string Grouped(string key, string prefix, string? delimiter)
    {
        var cut = delimiter is null ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return cut < 0 ? key : key[..(cut + 1)];
    }

    private static string Entry(string key, StoredObject? item) =>
        $"<Contents><Key>{SecurityElement.Escape(key)}</Key><Size>{item?.Body.Length ?? 0}</Size>"
        + $"<ETag>{SecurityElement.Escape(Tag(item, isListed: true))}</ETag></Contents>";

    private static string Tag(StoredObject? item, bool isListed) => item is { IsReplaced: true } && isListed
        ? "\"0123456789abcdef\""
        : $"\"{Convert.ToHexStringLower(SHA256.HashData(item?.Body ?? []))[..32]}\"";

    private static string Key(Incoming request) =>
        request.RawPath.Split('/', 3) is [_, _, var key] ? Uri.UnescapeDataString(key) : "";
}
