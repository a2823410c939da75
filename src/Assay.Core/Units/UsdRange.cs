namespace Assay.Units;

/// <summary>
/// What an amount of money can be: at least <see cref="Low"/>, probably <see cref="Expected"/>, at most
/// <see cref="High"/>. Always <c>Low ≤ Expected ≤ High</c>.
/// </summary>
public readonly record struct UsdRange(Usd Low, Usd Expected, Usd High)
{
    public static UsdRange Zero => default;

    /// <summary>A range of one value.</summary>
    public static UsdRange Exactly(Usd usd) => new(usd, usd, usd);

    /// <summary>The range that three values span, whichever of the outer two is larger.</summary>
    public static UsdRange Spanning(Usd one, Usd expected, Usd other) =>
        new(Usd.Min(expected, Usd.Min(one, other)), expected, Usd.Max(expected, Usd.Max(one, other)));

    public static UsdRange operator +(UsdRange a, UsdRange b) =>
        new(a.Low + b.Low, a.Expected + b.Expected, a.High + b.High);

    public static UsdRange operator *(UsdRange a, decimal factor) =>
        new(a.Low * factor, a.Expected * factor, a.High * factor);
}
