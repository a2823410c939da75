using System.Text;
using System.Text.Json;

namespace Assay.Aws.Transport;

/// <summary>
/// Asks AWS what is free, so that pages, tags and refusals are counted as the scan will meet them, and answers itself
/// what costs: what a scan asks of CloudWatch depends on no datapoint, and the bill is supposed to name Bedrock.
/// </summary>
internal sealed class PlanningTransport(ITransport inner) : ITransport
{
    public Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        call.Operation.IsFree ? inner.SendAsync(call, cancellationToken)
        : Task.FromResult(ApiReply.Of(Encoding.UTF8.GetBytes(Supposed(call))));

    private static string Supposed(ApiCall call) =>
        call.Operation == AllowedOperations.GetMetricData ? OneEach(call.Body)
        : call.Operation == AllowedOperations.GetDimensionValues ? """{"DimensionValues":[{"Value":"Bedrock"}]}"""
        : "{}";

    /// <summary>One datapoint for every query, at the start of the time asked for.</summary>
    private static string OneEach(string body)
    {
        using var question = JsonDocument.Parse(body);
        var start = question.RootElement.GetProperty("StartTime").GetRawText();
        var results = Enumerable.Range(0, question.RootElement.GetProperty("MetricDataQueries").GetArrayLength())
            .Select(i => $$"""{"Id":"q{{i}}","Timestamps":[{{start}}],"Values":[1],"StatusCode":"Complete"}""");
        return $$"""{"MetricDataResults":[{{string.Join(',', results)}}]}""";
    }
}
