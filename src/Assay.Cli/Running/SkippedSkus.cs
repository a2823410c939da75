using Assay.Pricing.PriceList;

namespace Assay.Cli.Running;

/// <summary>SKUs of offer files that are not compared with the book.</summary>
internal sealed record SkippedSkus(string Sold, int Count, string Why)
{
    public static IReadOnlyList<SkippedSkus> Of(PriceListContent list) =>
    [
        .. list.Skipped.OrderBy(pair => pair.Key)
            .Select(pair => new SkippedSkus(pair.Key.ToString().ToLowerInvariant(), pair.Value, WhyOf(pair.Key))),
    ];

    private static string WhyOf(SkuClass sold) => sold switch
    {
        SkuClass.Tokens => "the usage type tells no kind of token",
        SkuClass.Reserved => "the row does not say model, term, direction and 1K TPM by the hour without doubt",
        SkuClass.Provisioned => "the row does not say model, term and hour without doubt",
        SkuClass.Customization => "no source shows how training, storage and units of custom models are spelled",
        SkuClass.Media => "the price depends on a resolution, a quality or a length, which the spelling does not tell",
        SkuClass.Guardrail => "the row does not say one policy and its text units without doubt",
        _ => "it sells nothing that the book has a unit for",
    };
}
