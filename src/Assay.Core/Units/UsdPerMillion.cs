namespace Assay.Units;

/// <summary>A list price: US dollars for one million tokens. The only way from tokens to money.</summary>
public readonly record struct UsdPerMillion(decimal Rate) : IComparable<UsdPerMillion>
{
    public static Usd operator *(Tokens tokens, UsdPerMillion price) => new(tokens.Count * price.Rate / 1_000_000m);

    /// <summary>
    /// The price of an amount of tokens that a plan assumes (a share of a count is not whole). Plans only; what was
    /// used is <see cref="Tokens"/>.
    /// </summary>
    public Usd Of(decimal plannedTokens) => new(plannedTokens * Rate / 1_000_000m);

    public static bool operator <(UsdPerMillion a, UsdPerMillion b) => a.Rate < b.Rate;

    public static bool operator >(UsdPerMillion a, UsdPerMillion b) => a.Rate > b.Rate;

    public static bool operator <=(UsdPerMillion a, UsdPerMillion b) => a.Rate <= b.Rate;

    public static bool operator >=(UsdPerMillion a, UsdPerMillion b) => a.Rate >= b.Rate;

    public int CompareTo(UsdPerMillion other) => Rate.CompareTo(other.Rate);
}
