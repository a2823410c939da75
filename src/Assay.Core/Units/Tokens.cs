namespace Assay.Units;

/// <summary>A count of tokens: whole, never negative, never a price. Sums that leave 64 bits throw.</summary>
public readonly record struct Tokens : IComparable<Tokens>
{
    public Tokens(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    public long Count { get; }

    public static Tokens Zero => default;

    public static Tokens operator +(Tokens a, Tokens b) => new(checked(a.Count + b.Count));

    /// <summary>The difference, or zero where <paramref name="b"/> is larger: a remainder is never negative.</summary>
    public static Tokens operator -(Tokens a, Tokens b) => new(Math.Max(0, a.Count - b.Count));

    public static bool operator <(Tokens a, Tokens b) => a.Count < b.Count;

    public static bool operator >(Tokens a, Tokens b) => a.Count > b.Count;

    public static bool operator <=(Tokens a, Tokens b) => a.Count <= b.Count;

    public static bool operator >=(Tokens a, Tokens b) => a.Count >= b.Count;

    public int CompareTo(Tokens other) => Count.CompareTo(other.Count);

    public override string ToString() => Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
