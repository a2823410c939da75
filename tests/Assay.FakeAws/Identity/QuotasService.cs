using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Identity;

/// <summary>Service Quotas: applied values, and the defaults they replace.</summary>
internal sealed class QuotasService : TargetService
{
    private const int PageSize = 100;
    private const string DefaultValue = "DefaultValue";

    public QuotasService()
        : base("ServiceQuotasV20190624") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["ListServiceQuotas"] = (call, input) => List(call, input, defaults: false),
            ["ListAWSDefaultServiceQuotas"] = (call, input) => List(call, input, defaults: true),
        };

    public override string SigningName => "servicequotas";

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    private static Reply List(ServiceCall call, JsonElement input, bool defaults)
    {
        var service = input.Text("ServiceCode")
            ?? throw new AwsException("IllegalArgumentException", "ServiceCode is required.");
        var quotas = call.RegionWorld.Quotas.Where(q => q.Text("ServiceCode") == service).ToList();
        if (quotas.Count == 0)
        {
            throw new AwsException(
                "NoSuchResourceException", $"The request failed because service {service} is not found.");
        }

        if (input.Text("QuotaCode") is { } code)
        {
            quotas.RemoveAll(q => q.Text("QuotaCode") != code);
        }

        var size = input.Int("MaxResults") ?? PageSize;
        if (size is < 1 or > PageSize)
        {
            throw new AwsException("IllegalArgumentException", "MaxResults must be between 1 and 100.");
        }

        var page = Page<JsonElement>.Of(
            quotas, size, input.Text("NextToken"), $"{call.Caller.Account}{call.Region}{call.Operation}{service}",
            () => new AwsException("InvalidPaginationTokenException", "Invalid NextToken."));
        return Reply.Json(Protocol.Json11, json =>
        {
            json.WriteStartArray("Quotas");
            foreach (var quota in page.Items)
            {
                Write(json, quota, defaults);
            }

            json.WriteEndArray();
            if (page.NextToken is { } token)
            {
                json.WriteString("NextToken", token);
            }
        });
    }

    private static void Write(Utf8JsonWriter json, JsonElement quota, bool defaults)
    {
        json.WriteStartObject();
        foreach (var member in quota.EnumerateObject().Where(m => m.Name != DefaultValue))
        {
            if (member.Name == "Value" && defaults && quota.Member(DefaultValue) is { } value)
            {
                json.WritePropertyName("Value");
                value.WriteTo(json);
            }
            else
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
