using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Tests.Support;

namespace Assay.Tests.Analysis;

/// <summary>Requests that findings show before and after are JSON, and what the caller's API takes.</summary>
public sealed class SnippetRequestTests
{
    /// <summary>Says of each request what its operation does not take, as botocore does before it sends one.</summary>
    private const string Validate = """
        import json, sys
        try:
            import botocore.session, botocore.validate
        except ImportError:
            sys.exit(9)
        session = botocore.session.get_session()
        for each in json.load(open(sys.argv[1])):
            shape = session.get_service_model(each["service"]).operation_model(each["operation"]).input_shape
            report = botocore.validate.ParamValidator().validate(each["request"], shape)
            if report.has_errors():
                print(each["path"], report.generate_report())
        """;

    /// <summary>Nothing changes in these requests, or they are of rows only and code is enough.</summary>
    private static readonly string[] WithoutRequest =
    [
        "Deduplicate/store", "PromptCaching/cache-point", "ProvisionedThroughput/delete", "ProvisionedThroughput/spill", "Reserved/tier",
    ];

    private static readonly IReadOnlyList<ShownSnippet> Requests =
        [.. SnippetFiles.All.Where(shown => shown.Snippet.Language.StartsWith("json-", StringComparison.Ordinal))];

    [Fact]
    public void Each_request_is_JSON_and_another_one_after()
    {
        Assert.All(Requests, shown => Assert.IsType<JsonObject>(JsonNode.Parse(shown.Snippet.Code)));
        Assert.All(Requests.Where(shown => shown.Whole).GroupBy(shown => (shown.Path, shown.Invokes)), pair =>
        {
            // A job takes the place of calls: there is none before.
            var both = pair.ToDictionary(shown => shown.Snippet.Language, shown => JsonNode.Parse(shown.Snippet.Code));
            Assert.Equal(pair.Key.Path == "Batch/job" ? 1 : 2, both.Count);
            Assert.False(JsonNode.DeepEquals(both.GetValueOrDefault("json-before"), both["json-after"]));
        });
        Assert.Equal(WithoutRequest, SnippetFiles.All.Select(shown => shown.Path).Except(Requests.Select(shown => shown.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_request_has_only_what_its_API_takes()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "requests.json");
        await File.WriteAllTextAsync(file, new JsonArray([.. Requests.Select(Request)]).ToJsonString());
        var ran = await SnippetTests.RunAsync("python3", ["-c", Validate, file]);
        Assert.SkipWhen(ran is null or (9, _), "botocore is not on this machine");
        Assert.Equal((0, ""), ran);
    }

    [Fact]
    public void Code_is_of_one_API() => Assert.All(SnippetFiles.All, shown =>
    {
        var other = shown.Invokes || shown.IsBody ? "converse" : "invoke[-_]?model";
        var hasTwin = SnippetFiles.All.Any(each => each.Path == shown.Path + "-invoke");
        var isOfRows = shown.Path != "Deduplicate/store" && WithoutRequest.Contains(shown.Path);
        if (!shown.Invokes || !(hasTwin || isOfRows))
        {
            Assert.DoesNotMatch("(?i)" + other, shown.Snippet.Code);
        }
    });

    private static JsonNode Request(ShownSnippet shown)
    {
        var (service, operation) = shown switch
        {
            { Folder: "Batch" } => ("bedrock", "CreateModelInvocationJob"),
            { IsBody: true } => ("bedrock-runtime", "InvokeModel"),
            _ => ("bedrock-runtime", shown.Snippet.Code.Contains("\"body\"", StringComparison.Ordinal) ? "InvokeModel" : "Converse"),
        };
        var request = shown.IsBody ? new JsonObject { ["body"] = shown.Snippet.Code } : JsonNode.Parse(shown.Snippet.Code)!.AsObject();
        request.TryAdd("modelId", "model");
        return new JsonObject
        {
            ["path"] = $"{shown.Path} {shown.Snippet.Language}",
            ["service"] = service,
            ["operation"] = operation,
            ["request"] = request,
        };
    }
}
