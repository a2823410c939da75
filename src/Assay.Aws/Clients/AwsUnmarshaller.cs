using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Assay.Aws.Clients;

/// <summary>Hands a good response on as bytes and reads the code and message of a bad one, whatever its form.</summary>
/// <param name="pool">Where buffers of good responses come from; null makes new ones.</param>
internal sealed class AwsUnmarshaller(ArrayPool<byte>? pool = null) : ResponseUnmarshaller
{
    /// <summary>Longer messages are cut: they end up in one line of a report.</summary>
    private const int LongestMessage = 300;

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var body = ((Context)input).ReadAll(out var length);
        return new AwsResponse
        {
            Body = body,
            Length = length,
            ETag = input.ResponseData.GetHeaderValue("ETag"),
            ContentRange = input.ResponseData.GetHeaderValue("Content-Range"),
            Date = input.ResponseData.GetHeaderValue("Date"),
            ResponseMetadata = new ResponseMetadata { RequestId = RequestId(input) },
        };
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var (code, message) = Read(((Context)input).ReadAll(out _), statusCode);
        var header = input.ResponseData.GetHeaderValue("x-amzn-ErrorType");
        var type = (int)statusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender;
        var bare = Bare(string.IsNullOrEmpty(header) ? code : header);
        return new AmazonServiceException(Short(message), innerException, type, bare, RequestId(input), statusCode)
        {
            Data = { [Failure.BucketRegion] = input.ResponseData.GetHeaderValue("x-amz-bucket-region") },
        };
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new Context(responseStream, response, isException) { Pool = isException ? null : pool };

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException,
        IRequestContext requestContext) =>
        new Context(responseStream, response, isException) { Pool = isException ? null : pool };

    private static string? RequestId(UnmarshallerContext input) =>
        input.ResponseData.GetHeaderValue("x-amzn-RequestId");

    private static (string Code, string Message) Read(byte[] body, HttpStatusCode status)
    {
        try
        {
            return body.AsSpan().TrimStart(" \r\n\t"u8) is [(byte)'<', ..] ? FromXml(body) : FromJson(body);
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            // A proxy's or a load balancer's page: only that it came is worth telling.
            return ($"Http{(int)status}", $"HTTP {(int)status} with {body.Length} bytes that are no AWS error");
        }
    }

    private static (string Code, string Message) FromXml(byte[] body)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(body));
        return (Text("Code"), Text("Message"));

        string Text(string name) => document.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
    }

    private static (string Code, string Message) FromJson(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return (Text("__type", "code"), Text("message", "Message"));

        string Text(string first, string second) =>
            document.RootElement.ValueKind == JsonValueKind.Object
            && (document.RootElement.TryGetProperty(first, out var value)
                || document.RootElement.TryGetProperty(second, out value))
            && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    /// <summary>A code without the name space before <c>#</c> and the URL after <c>:</c>.</summary>
    private static string Bare(string code)
    {
        var end = code.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? code : code[..end];
        return name[(name.LastIndexOf('#') + 1)..];
    }

    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : line[..LongestMessage];
    }

    private sealed class Context : UnmarshallerContext
    {
        private const int MostAtOnce = 64 << 20;

        private readonly Stream stream;

        public Context(Stream stream, IWebResponseData response, bool isException)
        {
            this.stream = stream;
            WebResponseData = response;
            IsException = isException;
        }

        public override string CurrentPath => "";

        public override int CurrentDepth => 0;

        public override bool IsStartElement => false;

        public override bool IsEndElement => false;

        public override bool IsStartOfDocument => true;

        /// <summary>Null makes exactly as long a buffer as is needed.</summary>
        public ArrayPool<byte>? Pool { get; init; }

        public byte[] ReadAll(out int length)
        {
            // Parts of logs are megabytes: a buffer that grows would take three times as much.
            if (WebResponseData.ContentLength is > 0 and <= MostAtOnce and var said)
            {
                var buffer = Pool?.Rent((int)said) ?? new byte[said];
                length = stream.ReadAtLeast(buffer.AsSpan(0, (int)said), (int)said, throwOnEndOfStream: false);
                return Pool is null && length < said ? buffer[..length] : buffer;
            }

            using var growing = new MemoryStream();
            stream.CopyTo(growing);
            length = (int)growing.Length;
            var body = Pool?.Rent(length) ?? new byte[length];
            growing.GetBuffer().AsSpan(0, length).CopyTo(body);
            return body;
        }
    }
}
