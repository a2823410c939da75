namespace Assay.Pricing.PriceList;

/// <summary>
/// What AWS's price list and price page call models, where that differs from the catalogue's name by more than spaces,
/// signs and case.
/// </summary>
internal static class KnownNames
{
    /// <summary>By the name in lower case, without anything but letters, digits and plus.</summary>
    public static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["claude45haiku"] = "anthropic.claude-haiku-4-5-20251001-v1:0",
        ["claude"] = "anthropic.claude-v1",
        ["claude20"] = "anthropic.claude-v2",
        ["claude21"] = "anthropic.claude-v2:1",
        ["jurassic2mid"] = "ai21.j2-mid-v1",
        ["jurassic2ultra"] = "ai21.j2-ultra-v1",
        ["nova20lite"] = "amazon.nova-2-lite-v1:0",
        ["nova20pro"] = "amazon.nova-2-pro-preview-20251202-v1:0",
        ["nova2propreview"] = "amazon.nova-2-pro-preview-20251202-v1:0",
        ["novasonic20"] = "amazon.nova-2-sonic-v1:0",
        ["novamultimodalembeddings"] = "amazon.nova-2-multimodal-embeddings-v1:0",
        ["titanembeddingv2text"] = "amazon.titan-embed-text-v2:0",
        ["titantextembeddingsv2"] = "amazon.titan-embed-text-v2:0",
        ["titanembeddingsg1text"] = "amazon.titan-embed-text-v1",
        ["titantextpremier"] = "amazon.titan-text-premier-v1:0",
        ["titantextg1express"] = "amazon.titan-text-express-v1",
        ["titantextg1lite"] = "amazon.titan-text-lite-v1",
        ["rerankv10"] = "amazon.rerank-v1:0",
        ["embed3modelenglish"] = "cohere.embed-english-v3",
        ["embedmodel3multilingual"] = "cohere.embed-multilingual-v3",
        ["embed3english"] = "cohere.embed-english-v3",
        ["embed3multilingual"] = "cohere.embed-multilingual-v3",
        ["embed4model"] = "cohere.embed-v4:0",
        ["generatemodelcommand"] = "cohere.command-text-v14",
        ["generatemodelcommandlight"] = "cohere.command-light-text-v14",
        ["commandlight"] = "cohere.command-light-text-v14",
        ["commandr+"] = "cohere.command-r-plus-v1:0",
        ["r1"] = "deepseek.r1-v1:0",
        ["deepseekv31"] = "deepseek.v3-v1:0",
        ["devstral"] = "mistral.devstral-2-123b",
        ["magistralsmall12"] = "mistral.magistral-small-2509",
        ["ministral3b30"] = "mistral.ministral-3-3b-instruct",
        ["ministral8b30"] = "mistral.ministral-3-8b-instruct",
        ["ministral14b30"] = "mistral.ministral-3-14b-instruct",
        ["llama3211b"] = "meta.llama3-2-11b-instruct-v1:0",
        ["llama3290b"] = "meta.llama3-2-90b-instruct-v1:0",
        ["mistrallarge"] = "mistral.mistral-large-2402-v1:0",
        ["mistralsmall"] = "mistral.mistral-small-2402-v1:0",
        ["nemotronnano330b"] = "nvidia.nemotron-nano-3-30b",
        ["qwen3next80ba3b"] = "qwen.qwen3-next-80b-a3b",
        ["lumaray2"] = "luma.ray-v2:0",
        ["llama2chat13b"] = "meta.llama2-13b-chat-v1",
        ["llama2chat70b"] = "meta.llama2-70b-chat-v1",
        ["llama2pretrained70b"] = "meta.llama2-70b-chat-v1",
        ["llama2pretrainedandchat13b"] = "meta.llama2-13b-chat-v1",
        ["llama2pretrained13b"] = "meta.llama2-13b-chat-v1",
        ["stablediffusion35large"] = "stability.sd3-5-large-v1:0",
        ["stablediffusion3large"] = "stability.sd3-large-v1:0",
        ["stableimagecore"] = "stability.stable-image-core-v1:1",
        ["stableimageultra"] = "stability.stable-image-ultra-v1:1",
    };
}
