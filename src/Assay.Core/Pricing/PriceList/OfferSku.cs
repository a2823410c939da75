namespace Assay.Pricing.PriceList;

/// <summary>One SKU as the file has it: its attributes and every price of it, not yet understood.</summary>
/// <param name="Wrong">Why nothing of it can be believed; null where it could be read.</param>
internal sealed record OfferSku(
    string Sku, IReadOnlyDictionary<string, string> Attributes, List<OfferPrice> Prices, string? Wrong)
{
    public string UsageType => Text("usagetype");

    public string Text(string attribute) => Attributes.GetValueOrDefault(attribute) ?? "";
}
