namespace Assay.Units;

/// <summary>A ratio of two sums, rounded to six decimals; null where the divisor is zero or unknown.</summary>
public static class Ratio
{
    public static decimal? Of(decimal? dividend, decimal? divisor) =>
        dividend is { } a && divisor is { } b && b != 0 ? decimal.Round(a / b, 6, MidpointRounding.ToEven) : null;
}
