namespace Assay.PriceImport;

/// <summary>
/// The sources, in the order in which they are believed: what comes from AWS, what somebody checked by hand, what a
/// community keeps.
/// </summary>
internal sealed record SourceInfo(string Key, string Title, string Url, DateOnly Published, int Rank);

internal static class Sources
{
    public const string PriceList = "price-list";
    public const string Page = "aws-page";
    public const string Genai = "genai";
    public const string LiteLlm = "litellm";
    public const string History = "litellm-history";
    public const string Portkey = "portkey";
    public const string ModelsDev = "models-dev";
    public const string CcUsage = "ccusage";
    public const string Langfuse = "langfuse";

    public static IReadOnlyList<SourceInfo> All { get; } =
    [
        new(PriceList, "AWS Price List Bulk API (offers AmazonBedrock and AmazonBedrockFoundationModels), "
            + "publication 2026-08-20, as extracted by aToy0m0/bedrock-pricing",
            "https://github.com/aToy0m0/bedrock-pricing/blob/42777bfb4089b919a1e6a9d79ac6a89b08dc0cdf/docs/data.json",
            new(2026, 8, 20), 0),
        new(Page, "Amazon Bedrock pricing page, as scraped by ajinkyak423/aws-bedrock-pricing-data",
            "https://github.com/ajinkyak423/aws-bedrock-pricing-data/blob/86fc3c1bc9a2/bedrock_n_level_pricing.json",
            new(2026, 7, 24), 1),
        new(Genai, "pydantic/genai-prices, prices/providers/aws.yml",
            "https://github.com/pydantic/genai-prices/blob/47df840a5ab1/prices/providers/aws.yml",
            new(2026, 8, 19), 2),
        new(Portkey, "Portkey-AI/models, pricing/bedrock.json and bedrock-mantle.json",
            "https://github.com/Portkey-AI/models/blob/f654307ec968/pricing/bedrock.json", new(2026, 8, 21), 4),
        new(LiteLlm, "BerriAI/litellm model_prices_and_context_window.json, copy in Prajwalsrinvas/token-tariff",
            "https://github.com/Prajwalsrinvas/token-tariff/blob/dc2baf9d80f9/model_prices_and_context_window.json",
            new(2026, 8, 1), 3),
        new(History, "History of the same LiteLLM file, from RoCry/llm-api-price",
            "https://github.com/RoCry/llm-api-price/tree/8442b939a6ea", new(2026, 7, 24), 5),
        new(ModelsDev, "anomalyco/models.dev, providers/amazon-bedrock",
            "https://github.com/anomalyco/models.dev/tree/f3fc69229967/providers/amazon-bedrock", new(2026, 7, 2), 6),
        new(CcUsage, "ryoppippi/ccusage, models-dev-pricing.json",
            "https://github.com/ryoppippi/ccusage/blob/5816e640e882/rust/crates/ccusage/src/models-dev-pricing.json",
            new(2026, 6, 12), 7),
        new(Langfuse, "langfuse/langfuse, default-model-prices.json",
            "https://github.com/langfuse/langfuse/blob/62751446149b/worker/src/constants/default-model-prices.json",
            new(2026, 8, 21), 8),
    ];

    public static SourceInfo Of(string key) => All.First(source => source.Key == key);
}
