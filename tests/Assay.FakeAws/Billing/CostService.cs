using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>Cost Explorer over the account's rows.</summary>
internal sealed class CostService : TargetService
{
    public CostService()
        : base("AWSInsightsIndexService") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["GetCostAndUsage"] = GetCostAndUsage.Answer,
            ["GetDimensionValues"] = DimensionValues,
        };

    public override string SigningName => "ce";

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1"];

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    private static Reply DimensionValues(ServiceCall call, JsonElement input)
    {
        var (start, end) = CostPeriods.Range(input);
        var dimension = input.Text("Dimension") ?? throw CostFilter.Invalid("Dimension is required");
        var search = input.Text("SearchString") ?? "";
        var filter = CostFilter.Read(input.Member("Filter"));
        var values = call.Account.CostAndUsage.Rows
            .Where(r => r.Start >= start && r.Start < end && filter(r))
            .Select(r => r.Dimensions.GetValueOrDefault(dimension) ?? "")
            .Where(v => v.Length > 0 && v.Contains(search, StringComparison.OrdinalIgnoreCase))
            .Distinct().ToList();
        var page = Page<string>.Of(
            values, input.Int("MaxResults") ?? 1000, input.Text("NextPageToken"),
            $"{call.Caller.Account}{dimension}{search}{start:O}{end:O}",
            () => new AwsException("InvalidNextTokenException", "Invalid NextPageToken."));
        return Reply.Json(Protocol.Json11, json =>
        {
            json.WriteStartArray("DimensionValues");
            foreach (var value in page.Items)
            {
                json.WriteStartObject();
                json.WriteString("Value", value);
                json.WriteStartObject("Attributes");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("ReturnSize", page.Items.Count);
            json.WriteNumber("TotalSize", values.Count);
            if (page.NextToken is { } token)
            {
                json.WriteString("NextPageToken", token);
            }
        });
    }
}
