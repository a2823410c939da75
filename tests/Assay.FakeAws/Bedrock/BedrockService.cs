using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Bedrock;

/// <summary>The Bedrock control plane, which is REST.</summary>
internal sealed class BedrockService : FakeService
{
    private const string LoggingPath = "/logging/modelinvocations";
    private const string TagsPath = "/listTagsForResource";

    public override string SigningName => "bedrock";

    public override Protocol Protocol => Protocol.RestJson;

    public override string? OperationOf(Incoming request) => (request.Method, request.RawPath) switch
    {
        ("GET", LoggingPath) => "GetModelInvocationLoggingConfiguration",
        ("POST", TagsPath) => "ListTagsForResource",
        ("GET", var path) => BedrockLists.All.FirstOrDefault(l => l.Path == path)?.Operation
            ?? BedrockLists.All.FirstOrDefault(l => IsGet(l, path))?.GetOperation,
        _ => null,
    };

    public override Reply Answer(ServiceCall call) => call.Operation switch
    {
        "GetModelInvocationLoggingConfiguration" => Logging(call),
        "ListTagsForResource" => Tags(call),
        _ when BedrockLists.All.FirstOrDefault(l => l.Operation == call.Operation) is { } list =>
            ListQuery.Answer(call, list),
        _ => Get(call, BedrockLists.All.First(l => l.GetOperation == call.Operation)),
    };

    private static bool IsGet(BedrockList list, string path) =>
        list.GetPath is { } prefix && path.StartsWith(prefix, StringComparison.Ordinal) && path.Length > prefix.Length;

    private static Reply Logging(ServiceCall call) => Reply.Json(Protocol.RestJson, json =>
    {
        if (call.RegionWorld.Logging is { ValueKind: JsonValueKind.Object } logging)
        {
            json.WritePropertyName("loggingConfig");
            logging.WriteTo(json);
        }
    });

    private static Reply Tags(ServiceCall call)
    {
        var arn = call.Request.Json().Text("resourceARN") ?? "";
        var region = call.RegionWorld;
        if (!region.Tags.TryGetValue(arn, out var tags) && !Exists(region, arn))
        {
            throw new AwsException("ResourceNotFoundException", $"The resource {arn} was not found.", 404);
        }

        return Reply.Json(Protocol.RestJson, json =>
        {
            json.WriteStartArray("tags");
            foreach (var (key, value) in tags ?? new Dictionary<string, string>())
            {
                json.WriteStartObject();
                json.WriteString("key", key);
                json.WriteString("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static bool Exists(RegionWorld region, string arn) => BedrockLists.All
        .SelectMany(l => l.Items(region))
        .SelectMany(i => i.EnumerateObject())
        .Any(m => m.Value.ValueKind == JsonValueKind.String && m.Value.ValueEquals(arn));

    private static Reply Get(ServiceCall call, BedrockList list)
    {
        var id = Uri.UnescapeDataString(call.Request.RawPath[list.GetPath!.Length..]);
        var item = list.Items(call.RegionWorld).FirstOrDefault(i => Means(i, list, id));
        if (item.ValueKind == JsonValueKind.Undefined)
        {
            throw new AwsException("ResourceNotFoundException", $"Could not resolve the identifier {id}.", 404);
        }

        return Reply.Json(Protocol.RestJson, json =>
        {
            if (list.Wrapper is { } wrapper)
            {
                json.WritePropertyName(wrapper);
                item.WriteTo(json);
                return;
            }

            foreach (var member in item.EnumerateObject())
            {
                member.WriteTo(json);
            }
        });
    }

    private static bool Means(JsonElement item, BedrockList list, string id) => list.IdFields
        .Select(f => item.Text(f))
        .Any(value => value == id
            || (value is not null && value.StartsWith("arn:", StringComparison.Ordinal)
                && value.EndsWith("/" + id, StringComparison.Ordinal)));
}
