namespace Assay.Units;

/// <summary>A part of a whole, 0 to 1 (a ratio of sums, never a mean of ratios).</summary>
public readonly record struct Share(decimal Value) : IComparable<Share>
{
    /// <summary>
    /// <paramref name="part"/> of <paramref name="whole"/>; null where there is no whole to be a part of.
    /// </summary>
    public static Share? Of(decimal part, decimal whole) =>
        whole == 0 ? null : new Share(decimal.Round(part / whole, 6, MidpointRounding.ToEven));

    public static bool operator <(Share a, Share b) => a.Value < b.Value;

    public static bool operator >(Share a, Share b) => a.Value > b.Value;

    public static bool operator <=(Share a, Share b) => a.Value <= b.Value;

    public static bool operator >=(Share a, Share b) => a.Value >= b.Value;

    public int CompareTo(Share other) => Value.CompareTo(other.Value);
}
