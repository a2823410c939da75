using System.Text;
using System.Text.Json;

namespace Assay.Aws.Transport;

/// <summary>
/// Asks AWS only what decides how much a scan will ask, all of it free, and answers the rest itself: as if every
/// model had been called and the bill had one service, so that a plan is what the scan costs at most.
/// </summary>
internal sealed class PlanningTransport(ITransport inner) : ITransport
{
    private static readonly AllowedOperation[] Asked =
    [
        AllowedOperations.ListAccounts, AllowedOperations.ListRegions, AllowedOperations.ListMetrics,
        AllowedOperations.ListInferenceProfiles, AllowedOperations.ListProvisionedModelThroughputs,
    ];

    public Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        Array.IndexOf(Asked, call.Operation) >= 0 ? inner.SendAsync(call, cancellationToken)
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
