using Assay.Models;

namespace Assay.PriceImport;

/// <summary>One price as one source states it. A null is what the source does not say.</summary>
/// <param name="Source">The key of <see cref="Sources"/>.</param>
/// <param name="Spelling">The model as the source spells it.</param>
/// <param name="Model">The canonical id, or null where no model of Bedrock is known by that spelling.</param>
/// <param name="Scopes">Scopes it speaks of; empty: any.</param>
/// <param name="Regions">Regions it speaks of; empty: none named.</param>
/// <param name="Kind">A kind of token (<c>input</c>, <c>cacheRead</c>, …) or a unit of the price files.</param>
/// <param name="Usd">Per million tokens, or for one unit.</param>
/// <param name="Day">When it was seen.</param>
/// <param name="Until">When the same source corrected or took it back; null where it stands.</param>
internal sealed record Observation(
    string Source,
    string Spelling,
    string? Model,
    IReadOnlyList<RoutingScope> Scopes,
    IReadOnlyList<string> Regions,
    ServiceTier? Tier,
    bool LongContext,
    string Kind,
    decimal Usd,
    DateOnly Day)
{
    public DateOnly? Until { get; init; }

    /// <summary>The first day of a price that the source dates itself.</summary>
    public DateOnly? Effective { get; init; }

    public string Term { get; init; } = "none";

    public bool IsToken => char.IsAsciiLetterLower(Kind[0]) && !Kind.Contains('-', StringComparison.Ordinal);

    /// <summary>Prices that went through floating point come back to what was meant.</summary>
    public static decimal Clean(decimal usd) => Math.Round(usd, 8, MidpointRounding.ToEven) / 1.000000000000m;
}
