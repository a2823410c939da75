using System.Text.Json;
using Assay.Models;
using Assay.PriceImport.Readers;

namespace Assay.PriceImport;

/// <summary>The sources as they are shipped, in a folder of their own each.</summary>
internal static class SourceFolder
{
    /// <param name="priceList">The extract of AWS's price list; null where it is not at hand.</param>
    public static IReadOnlyList<Observation> Read(string folder, string? priceList, Catalogue catalogue)
    {
        var names = new SourceNames(catalogue);
        JsonElement Json(string path)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, path)));
            return document.RootElement.Clone();
        }

        using var genai = File.OpenText(Path.Combine(folder, "genai/aws.yml"));
        return
        [
            .. priceList is null ? [] : PriceListReader.Read(Json(Path.GetFullPath(priceList)), names),
            .. PageReader.Read(Json("aws_page_scrape/bedrock_n_level_pricing.json"), names),
            .. GenaiReader.Read(genai, names),
            .. PortkeyReader.Read(Json("portkey/pricing_bedrock.json"), names),
            .. PortkeyReader.Read(Json("portkey/pricing_bedrock-mantle.json"), names),
            .. IdPrices.LiteLlm(Json("litellm/litellm_model_prices_2026-08-01.json"), names),
            .. IdPrices.History(
                File.ReadAllLines(Path.Combine(folder, "litellm/litellm_bedrock_price_history.csv")), names),
            .. IdPrices.ModelsDev(Json("modelsdev/amazon-bedrock.models.json"), names),
            .. IdPrices.CcUsage(Json("ccusage/models-dev-pricing.json"), names),
            .. IdPrices.Langfuse(Json("langfuse/default-model-prices.json"), names),
        ];
    }
}
