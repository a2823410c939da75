using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Assay.Aws.Clients;
using Assay.Aws.Tests.Support;
using Assay.Aws.Transport;

namespace Assay.Aws.Tests.Outside;

public sealed class SignatureTests
{
    [Fact]
    public async Task Botocore_computes_the_signatures_that_are_sent()
    {
        var captured = await CaptureAsync(
            new ApiCall("1", "us-east-1", AllowedOperations.ListMetrics) { Body = """{"Namespace":"AWS/Bedrock ü"}""" },
            new ApiCall("1", "eu-west-1", AllowedOperations.ListInferenceProfiles)
            { Query = [new("maxResults", "1000"), new("nextToken", "a+b/c=~*% é"), new("type", "APPLICATION")] },
            new ApiCall("1", "us-gov-west-1", AllowedOperations.ListTagsForResource)
            { Body = """{"resourceARN":"arn:aws:bedrock:us-east-1:1:x/y"}""" },
            new ApiCall("1", "us-east-1", AllowedOperations.ListServiceQuotas) { Body = """{"ServiceCode":"bedrock"}""" },
            new ApiCall("1", "us-east-1", AllowedOperations.AssumeRole)
            { Query = [new("RoleArn", "arn:aws:iam::1:role/a b+c"), new("RoleSessionName", "assay")] });

        var judged = await Python.RunAsync("judge_signature.py", "botocore", JsonSerializer.Serialize(captured));

        var lines = judged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            ["monitoring us-east-1", "bedrock eu-west-1", "bedrock us-gov-west-1", "servicequotas us-east-1", "sts us-east-1"],
            lines.Select(line => $"{line["service"]} {line["region"]}"));
        Assert.All(lines, line => Assert.Equal((string?)line["botocore"], (string?)line["sent"]));
    }

    /// <summary>Sends calls to a listener that keeps what came and answers with nothing.</summary>
    private static async Task<List<object>> CaptureAsync(params ApiCall[] calls)
    {
        var (listener, endpoint) = Listening.Start();
        using var _ = listener;
        var captured = new List<object>();
        foreach (var call in calls)
        {
            var service = AwsService.Of(call.Operation);
            using var client = new AwsClient(
                service, call.Region, new BasicAWSCredentials(Small.KeyId, Small.Secret), new LiveOptions { Endpoint = endpoint });
            var sending = client.SendAsync(call, CancellationToken.None);
            captured.Add(await AnswerAsync(await listener.GetContextAsync()));
            await sending;
        }

        return captured;
    }

    private static async Task<object> AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream);
        var body = await reader.ReadToEndAsync();
        context.Response.Close();
        return new
        {
            method = request.HttpMethod,
            url = $"http://{request.Headers["Host"]}{request.RawUrl}",
            headers = request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]),
            body,
            secret = Small.Secret,
        };
    }
}
