using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Billing;

/// <summary>The Price List query API over the world's products.</summary>
internal sealed class PricingService : TargetService
{
    private const int PageSize = 100;

    public PricingService()
        : base("AWSPriceListService") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["GetProducts"] = GetProducts,
            ["DescribeServices"] = DescribeServices,
        };

    public override string SigningName => "pricing";

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1", "eu-central-1", "ap-south-1"];

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    private static Reply GetProducts(ServiceCall call, JsonElement input)
    {
        var service = input.Text("ServiceCode") ?? "";
        if (!call.World.PriceList.TryGetValue(service, out var products))
        {
            throw new AwsException("InvalidParameterException", $"Service code {service} is not valid.");
        }

        var filters = input.Items("Filters")
            .Select(f => (Field: f.Text("Field") ?? "", Value: f.Text("Value"), Type: f.Text("Type"))).ToList();
        if (filters.Any(f => f.Type != "TERM_MATCH"))
        {
            throw new AwsException("InvalidParameterException", "This fake knows TERM_MATCH filters only.");
        }

        var found = products.Where(p => filters.All(f => Attribute(p, f.Field) == f.Value)).ToList();
        return Paged(call, input, found, "PriceList", (json, product) => json.WriteStringValue(product.GetRawText()));
    }

    private static Reply DescribeServices(ServiceCall call, JsonElement input)
    {
        var code = input.Text("ServiceCode");
        var services = call.World.PriceList.Where(s => code is null || s.Key == code).ToList();
        return Paged(call, input, services, "Services", (json, service) =>
        {
            json.WriteStartObject();
            json.WriteString("ServiceCode", service.Key);
            json.WriteStartArray("AttributeNames");
            var names = service.Value
                .SelectMany(p => Attributes(p)?.EnumerateObject().Select(a => a.Name) ?? []).Distinct();
            foreach (var name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static Reply Paged<T>(
        ServiceCall call, JsonElement input, IReadOnlyList<T> items, string key, Action<Utf8JsonWriter, T> write)
    {
        var page = Page<T>.Of(
            items, Math.Clamp(input.Int("MaxResults") ?? PageSize, 1, PageSize), input.Text("NextToken"),
            call.Operation + input.Text("ServiceCode") + input.Member("Filters")?.GetRawText(),
            () => new AwsException("InvalidNextTokenException", "Invalid NextToken."));
        return Reply.Json(Protocol.Json11, json =>
        {
            json.WriteString("FormatVersion", "aws_v1");
            json.WriteStartArray(key);
            foreach (var item in page.Items)
            {
                write(json, item);
            }

            json.WriteEndArray();
            if (page.NextToken is { } token)
            {
                json.WriteString("NextToken", token);
            }
        });
    }

    private static JsonElement? Attributes(JsonElement product) => product.Member("product")?.Member("attributes");

    private static string? Attribute(JsonElement product, string field) => field == "productFamily"
        ? product.Member("product")?.Text(field)
        : Attributes(product)?.Text(field);
}
