using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>Cost and Usage Reports of the older kind.</summary>
internal sealed class ReportService : TargetService
{
    public ReportService()
        : base("AWSOrigamiServiceGatewayService") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["DescribeReportDefinitions"] = (call, _) =>
                Exported.Answer("ReportDefinitions", call.Account.ReportDefinitions),
        };

    public override string SigningName => "cur";

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1"];

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }
}

/// <summary>Data exports, which CUR 2.0 and FOCUS are.</summary>
internal sealed class DataExportService : TargetService
{
    public DataExportService()
        : base("AWSBillingAndCostManagementDataExports") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["ListExports"] = (call, _) => Exported.Answer("Exports", call.Account.Exports),
        };

    public override string SigningName => "bcm-data-exports";

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1"];

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }
}

/// <summary>A list on one page.</summary>
internal static class Exported
{
    public static Reply Answer(string member, IReadOnlyList<JsonElement> items) => Reply.Json(Protocol.Json11, json =>
    {
        json.WriteStartArray(member);
        foreach (var item in items)
        {
            item.WriteTo(json);
        }

        json.WriteEndArray();
    });
}
