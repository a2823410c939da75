using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.FakeAws.Wire;

/// <summary>An answer, ready to be sent.</summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    // AWS writes non-ASCII text as it is; only clients that assume escapes would notice, and none should.
    private static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? ErrorCode { get; init; }

    public static Reply Json(Protocol protocol, Action<Utf8JsonWriter> write, int status = 200)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Writer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new Reply(status, ContentTypeOf(protocol), buffer.WrittenMemory);
    }

    public static Reply Xml(string xml, int status = 200) => new(status, "text/xml", Encoding.UTF8.GetBytes(xml));

    private static string ContentTypeOf(Protocol protocol) => protocol switch
    {
        Protocol.Json11 => "application/x-amz-json-1.1",
        Protocol.CloudWatchJson => "application/x-amz-json-1.0",
        _ => "application/json",
    };
}
