using Assay.Analysis.Replay;
using Assay.Models;
using Assay.Pricing;

namespace Assay.Analysis.Levers.ModelRightSizing;

/// <summary>Another model that could take a row's calls, and what the same tokens would cost on it.</summary>
/// <param name="Key">Where its price is from.</param>
/// <param name="CostShare">Its cost of the same tokens, of the present cost.</param>
/// <param name="OtherTokenizer">True where token counts would differ.</param>
/// <param name="CallId">What to pass as <c>modelId</c>.</param>
/// <param name="Caches">False where cached tokens would be input again.</param>
internal sealed record Alternative(
    CatalogueModel Model, PriceKey Key, string CallId, decimal CostShare, bool OtherTokenizer, bool Caches,
    string Words)
{
    public string Name => Model.Name;

    public Part Take(Part part) => Caches
        ? part with { Key = Key }
        : part.Uncached() with { Key = Key };
}
