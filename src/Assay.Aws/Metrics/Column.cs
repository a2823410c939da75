namespace Assay.Aws.Metrics;

/// <summary>Arithmetic on counts by period in which an unknown stays unknown. A null column counts nothing.</summary>
internal static class Column
{
    public const long Unknown = -1;

    public static long[]? Sum(long[]? a, long[]? b) => Combine(a, b, static (x, y) => x + y);

    /// <summary>Of two names for the same thing, the one that counted more in each period.</summary>
    public static long[]? Larger(long[]? a, long[]? b) => Combine(a, b, Math.Max);

    /// <summary>What remains of a whole without its parts, never below zero.</summary>
    /// <returns>The remainder, and in how many periods the parts exceed the whole.</returns>
    public static (long[] Left, int Exceeded) Subtract(long[] whole, long[]? parts)
    {
        if (parts is null)
        {
            return (whole, 0);
        }

        var exceeded = 0;
        var rest = new long[whole.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            if (whole[i] == Unknown || parts[i] == Unknown)
            {
                rest[i] = Unknown;
                continue;
            }

            exceeded += parts[i] > whole[i] ? 1 : 0;
            rest[i] = Math.Max(0, whole[i] - parts[i]);
        }

        return (rest, exceeded);
    }

    private static long[]? Combine(long[]? a, long[]? b, Func<long, long, long> combine)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        var result = new long[a.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = a[i] == Unknown || b[i] == Unknown ? Unknown : combine(a[i], b[i]);
        }

        return result;
    }
}
