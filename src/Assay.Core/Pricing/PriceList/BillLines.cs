using Assay.Models;

namespace Assay.Pricing.PriceList;

/// <summary>
/// What a line of a bill is for: its usage type is one of the price list, and a third party's model is named by the
/// service it is billed as.
/// </summary>
public sealed class BillLines(Catalogue catalogue)
{
    private readonly ModelNames names = new(catalogue);

    /// <param name="service">As <c>Claude Sonnet 4.5 (Amazon Bedrock Edition)</c>.</param>
    /// <param name="usageType">As <c>USE1-NovaPro-input-tokens</c>.</param>
    public BillLine Read(string service, string usageType)
    {
        var sku = new OfferSku(
            "", new Dictionary<string, string> { ["usagetype"] = usageType }, [], Wrong: null);
        var sold = UsageWords.ClassOf(sku);
        var words = UsageWords.Of(sku);
        var head = sold is SkuClass.Provisioned or SkuClass.Reserved ? words.Head.Split("-provisioned")[0] : words.Head;
        var model = names.IdIn(words) is { } id && catalogue.Find(id) is { } known ? known.Id
            : names.Find(head, "") ?? names.Find(service, "");
        var counted = sold != SkuClass.Tokens || words.Kind is not null;
        return new(model, counted ? sold : SkuClass.Other, sold == SkuClass.Tokens && words.Tier == ServiceTier.Batch);
    }
}
