using System.Globalization;
using Assay.Units;

namespace Assay.Wording;

/// <summary>Dollars for people. The exact amounts are in JSON and CSV.</summary>
public static class Money
{
    private const decimal Smallest = 0.0001m;

    /// <summary>An amount in a sentence: about four figures of it.</summary>
    public static string Of(Usd usd)
    {
        var size = Math.Abs(usd.Amount);
        var sign = usd.Amount < 0 ? "-" : "";
        return size switch
        {
            0 => "$0",
            < Smallest => $"{sign}<$0.0001",
            < 1 => sign + "$" + Text(size, "0.00##"),
            < 1_000 => sign + "$" + Text(size, "0.00"),
            < 999_500 => sign + "$" + Text(size, "#,0"),
            < 999_500_000 => sign + "$" + Text(size / 1_000_000, "0.00") + "M",
            _ => sign + "$" + Text(size / 1_000_000_000, "#,0.00") + "B",
        };
    }

    /// <summary>Low and high where they differ in print; null where they don't.</summary>
    public static string? Range(Usd low, Usd high) =>
        Of(low) is var a && Of(high) is var b && a == b ? null : $"{a} to {b}";

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
