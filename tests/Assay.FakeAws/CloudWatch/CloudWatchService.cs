using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.CloudWatch;

/// <summary>CloudWatch metrics, in JSON 1.0: what botocore 1.43 and current SDKs may speak.</summary>
internal sealed class CloudWatchService() : TargetService("GraniteServiceVersion20100801")
{
    public override string SigningName => "monitoring";

    public override string IamPrefix => "cloudwatch";

    public override Protocol Protocol => Protocol.CloudWatchJson;

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; } =
        new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["ListMetrics"] = ListMetrics.Answer,
            ["GetMetricData"] = GetMetricData.Answer,
            ["GetMetricStatistics"] = GetMetricStatistics.Answer,
        };
}
