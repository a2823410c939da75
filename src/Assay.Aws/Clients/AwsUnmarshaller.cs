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
internal sealed class AwsUnmarshaller : ResponseUnmarshaller
{
    /// <summary>Longer messages are cut: they end up in one line of a report.</summary>
    private const int LongestMessage = 300;

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => new AwsResponse
    {
        Body = ((Context)input).ReadAll(),
        ETag = input.ResponseData.GetHeaderValue("ETag"),
        ContentRange = input.ResponseData.GetHeaderValue("Content-Range"),
        Date = input.ResponseData.GetHeaderValue("Date"),
        ResponseMetadata = new ResponseMetadata { RequestId = RequestId(input) },
    };

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var (code, message) = Read(((Context)input).ReadAll(), statusCode);
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
        new Context(responseStream, response, isException);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException,
        IRequestContext requestContext) =>
        new Context(responseStream, response, isException);

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

        public byte[] ReadAll()
        {
            // Parts of logs are megabytes: a buffer that grows would take three times as much.
            var length = WebResponseData.ContentLength;
            if (length is > 0 and <= MostAtOnce)
            {
                var exact = new byte[length];
                var read = stream.ReadAtLeast(exact, exact.Length, throwOnEndOfStream: false);
                return read == exact.Length ? exact : exact[..read];
            }

            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return buffer.ToArray();
        }
    }
}
