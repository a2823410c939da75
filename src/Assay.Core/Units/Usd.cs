namespace Assay.Units;

/// <summary>
/// US dollars, exact: a decimal, never binary floating point. Twelve decimals are kept in the ledger, because one
/// Nova Micro cache-read token costs $0.00000000875; rounding happens in print only.
/// </summary>
public readonly record struct Usd(decimal Amount) : IComparable<Usd>
{
    /// <summary>Decimals kept by the ledger and by every output.</summary>
    public const int Decimals = 12;

    public static Usd Zero => default;

    public static Usd operator +(Usd a, Usd b) => new(a.Amount + b.Amount);

    public static Usd operator -(Usd a, Usd b) => new(a.Amount - b.Amount);

    public static Usd operator *(Usd a, decimal factor) => new(a.Amount * factor);

    public static bool operator <(Usd a, Usd b) => a.Amount < b.Amount;

    public static bool operator >(Usd a, Usd b) => a.Amount > b.Amount;

    public static bool operator <=(Usd a, Usd b) => a.Amount <= b.Amount;

    public static bool operator >=(Usd a, Usd b) => a.Amount >= b.Amount;

    public static Usd Min(Usd a, Usd b) => a < b ? a : b;

    public static Usd Max(Usd a, Usd b) => a > b ? a : b;

    /// <summary>The amount at the ledger's precision.</summary>
    public Usd Kept() => new(decimal.Round(Amount, Decimals, MidpointRounding.ToEven));

    public int CompareTo(Usd other) => Amount.CompareTo(other.Amount);
}
