namespace Assay.Models;

/// <summary>What is known of a model beside its prices; see <c>prices/catalogue.jsonc</c> for sources.</summary>
/// <param name="Id">The canonical foundation-model id.</param>
/// <param name="Family">The vendor's line; siblings share it.</param>
/// <param name="Tokenizer">Models of one tokenizer count the same text alike; across tokenizers counts differ.</param>
/// <param name="Size">A rank: 1 micro … 5 frontier; 0 for models that do not generate text.</param>
/// <param name="Caching">Null where prompts can't be cached.</param>
/// <param name="BurnDown">Quota tokens held by one output token; money is not concerned.</param>
/// <param name="ReservedMinimum">Null where the Reserved tier is not known to be sold.</param>
public sealed record CatalogueModel(
    string Id,
    string Name,
    string Provider,
    string Family,
    string Tokenizer,
    int Size,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Input,
    IReadOnlyList<string> Output,
    long? ContextTokens,
    long? MaxOutputTokens,
    bool? Tools,
    CachingRules? Caching,
    string Status,
    DateOnly? LegacyFrom,
    DateOnly? EndOfLife,
    string? Successor,
    int? BurnDown,
    ReservedMinimum? ReservedMinimum = null)
{
    /// <summary>Tiers that AWS says it is sold in; empty where that is not known.</summary>
    public IReadOnlyList<ServiceTier> Tiers { get; init; } = [];

    public bool GeneratesText => Output.Contains("text") && Size > 0;
}
