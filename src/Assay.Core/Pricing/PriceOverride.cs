using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>
/// A price that was agreed on with AWS (EDP, PPA): either rates, or a share off the list price, for a period.
/// </summary>
public sealed class PriceOverride
{
    /// <summary>The model of an override that is about every model.</summary>
    public const string EveryModel = "*";

    private readonly IReadOnlyDictionary<TokenKind, UsdPerMillion> rates;
    private readonly decimal? discount;
    private readonly IReadOnlyList<TokenKind> kinds;

    internal PriceOverride(
        string model,
        CardPart part,
        (IReadOnlyDictionary<TokenKind, UsdPerMillion> Rates, decimal? Discount, IReadOnlyList<TokenKind> Kinds) price,
        string place)
    {
        (Model, Part, Place) = (model, part, place);
        (rates, discount, kinds) = price;
    }

    public string Model { get; }

    /// <summary>File and place in it.</summary>
    public string Place { get; }

    internal CardPart Part { get; }

    /// <summary>True where both would set one price of one day.</summary>
    public bool Meets(PriceOverride other) =>
        (Model == other.Model || Model == EveryModel || other.Model == EveryModel)
        && Part.Meets(other.Part) && kinds.Intersect(other.kinds).Any();

    /// <summary>The rates with this override's; a kind without a list price gets none by a discount.</summary>
    public Rates Of(Rates list)
    {
        UsdPerMillion? Rate(TokenKind kind) =>
            rates.TryGetValue(kind, out var own) ? own
            : discount is { } share && kinds.Contains(kind) && list[kind] is { } rate
                ? new UsdPerMillion(rate.Rate * (1 - share))
            : list[kind];

        return new(
            Rate(TokenKind.Input), Rate(TokenKind.Output), Rate(TokenKind.CacheRead),
            Rate(TokenKind.CacheWrite5m), Rate(TokenKind.CacheWrite1h), Rate(TokenKind.CacheWrite30m));
    }
}
