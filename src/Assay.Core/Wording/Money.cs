using System.Globalization;
using Assay.Units;

namespace Assay.Wording;

/// <summary>Dollars for people. The exact amounts are in JSON and CSV.</summary>
public static class Money
{
    private const decimal Smallest = 0.0001m;

    /// <summary>An amount in a sentence: about four figures of it.</summary>
    public static string Of(Usd usd) => Of(usd, Math.Abs(usd.Amount));

    /// <summary>What lies around an expected amount; null where low and high are the same in print.</summary>
    public static string? Around(UsdRange range)
    {
        var scale = Math.Max(Math.Abs(range.Low.Amount), Math.Abs(range.High.Amount));
        var (low, expected, high) = (Of(range.Low, scale), Of(range.Expected, scale), Of(range.High, scale));
        return low == high ? null
            : low == expected ? $"up to {high}"
            : high == expected ? $"at least {low}"
            : $"{low} to {high}";
    }

    /// <summary>A way to write the amounts of one column alike: whole dollars, cents, or hundredths of cents.</summary>
    public static Func<Usd, string> Alike(IEnumerable<Usd> column)
    {
        var largest = column.Select(usd => Math.Abs(usd.Amount)).DefaultIfEmpty().Max();
        return largest switch
        {
            >= 10_000 => usd => Fixed(usd, "#,0", 1),
            >= 1 => usd => Fixed(usd, "#,0.00", 0.01m),
            _ => usd => Fixed(usd, "0.0000", Smallest),
        };
    }

    /// <summary>An amount with as many decimals as one of the size of <paramref name="scale"/> needs.</summary>
    private static string Of(Usd usd, decimal scale) => scale switch
    {
        < 1 when usd.Amount is 0 || Math.Abs(usd.Amount) >= Smallest => Fixed(usd, "0.00##", Smallest),
        < 1 => Fixed(usd, "0.0000", Smallest),
        < 1_000 => Fixed(usd, "#,0.00", 0.01m),
        < 999_500 => Fixed(usd, "#,0", 1),
        < 999_500_000 => Fixed(usd * 0.000_001m, "0.00", 0.01m) + "M",
        _ => Fixed(usd * 0.000_000_001m, "#,0.00", 0.01m) + "B",
    };

    /// <summary>Something that cost little is not free: below the last digit it is "less than", never zero.</summary>
    private static string Fixed(Usd usd, string format, decimal lastDigit)
    {
        var size = Math.Abs(usd.Amount);
        var sign = usd.Amount < 0 ? "-" : "";
        return size == 0 ? "$0"
            : size < lastDigit ? $"{sign}<${Text(lastDigit, format)}"
            : sign + "$" + Text(size, format);
    }

    private static string Text(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
