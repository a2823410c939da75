using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Tests.Prices;

/// <summary>Writes an offer file by hand, in the shape that AWS publishes.</summary>
internal sealed class OfferJson(string code = "AmazonBedrock", string region = "us-east-1")
{
    private readonly JsonObject products = [];
    private readonly JsonObject terms = [];
    private int next;

    public OfferJson Row(
        string usage, string usd, string unit = "1K tokens", string description = "", string? model = null,
        string? provider = null, string? inference = null, string? service = null, string? sku = null,
        string currency = "USD", string? effective = "2026-11-01T00:00:00Z")
    {
        var id = sku ?? $"SKU{++next:D3}";
        var attributes = new JsonObject
        {
            ["servicecode"] = code,
            ["regionCode"] = region,
            ["usagetype"] = usage,
            ["location"] = "somewhere",
        };
        foreach (var (name, value) in new[]
            { ("model", model), ("provider", provider), ("inferenceType", inference), ("servicename", service) })
        {
            if (value is not null)
            {
                attributes[name] = value;
            }
        }

        products[id] = new JsonObject { ["sku"] = id, ["productFamily"] = "Bedrock", ["attributes"] = attributes };
        terms[id] = new JsonObject
        {
            [id + ".JRTCKXETXF"] = new JsonObject
            {
                ["effectiveDate"] = effective,
                ["priceDimensions"] = new JsonObject
                {
                    [id + ".JRTCKXETXF.6YS6EN2CT7"] = new JsonObject
                    {
                        ["unit"] = unit,
                        ["description"] = description,
                        ["beginRange"] = "0",
                        ["endRange"] = "Inf",
                        ["pricePerUnit"] = new JsonObject { [currency] = usd },
                    },
                },
            },
        };
        return this;
    }

    public override string ToString() => new JsonObject
    {
        ["formatVersion"] = "v1.0",
        ["offerCode"] = code,
        ["version"] = "20261120000000",
        ["publicationDate"] = "2026-11-20T10:00:00Z",
        ["products"] = products.DeepClone(),
        ["terms"] = new JsonObject { ["OnDemand"] = terms.DeepClone() },
    }.ToJsonString();

    public byte[] Bytes => Encoding.UTF8.GetBytes(ToString());
}
