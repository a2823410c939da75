using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>
/// What tokens of one meter cost on one day: for each kind the rate that is used, and the lowest and highest that are
/// possible where the source can't tell (time to live, tier, context band). A kind without a rate is unpriced.
/// </summary>
public sealed class Quote
{
    private readonly (UsdPerMillion Low, UsdPerMillion Expected, UsdPerMillion High)?[] rates;
    private readonly (UsdPerMillion Low, UsdPerMillion Expected, UsdPerMillion High)?[] longRates;
    private readonly long longFrom;

    internal Quote(
        (UsdPerMillion, UsdPerMillion, UsdPerMillion)?[] rates,
        (UsdPerMillion, UsdPerMillion, UsdPerMillion)?[] longRates,
        long longFrom,
        IReadOnlyList<string> basis,
        IReadOnlyList<PriceCard> cards)
    {
        (this.rates, this.longRates, this.longFrom) = (rates, longRates, longFrom);
        (Basis, Cards) = (basis, cards);
    }

    /// <summary>Assumptions that may be needed, as words of the report's <c>costBasis</c>.</summary>
    public IReadOnlyList<string> Basis { get; }

    /// <summary>The cards the rates are from; the first is the one that is used.</summary>
    public IReadOnlyList<PriceCard> Cards { get; }

    /// <param name="largestPrompt">
    /// Prompt tokens of the fullest hour: if that hour's prompts do not sum to more than a long-context band's start,
    /// no call was of that band.
    /// </param>
    /// <returns>Null where this kind has no known price.</returns>
    public UsdRange? Cost(TokenKind kind, Tokens tokens, Tokens largestPrompt)
    {
        var possible = largestPrompt.Count > longFrom ? longRates : rates;
        return possible[(int)kind] is { } rate
            ? new UsdRange(tokens * rate.Low, tokens * rate.Expected, tokens * rate.High)
            : null;
    }
}
