using System.Globalization;
using Assay.Units;

namespace Assay.Wording;

/// <summary>Counts for people: whole below ten thousand, three figures above.</summary>
public static class Count
{
    public const string Unknown = "?";

    public static string Of(Tokens? tokens) => Of(tokens?.Count);

    public static string Of(long? count) => count is not { } n ? Unknown : n < 10_000 ? Text(n, "#,0") : Short(n);

    /// <summary>A mean, which is seldom whole.</summary>
    public static string Nearest(decimal? mean) => Of(mean is { } m ? (long)Math.Round(m) : null);

    /// <summary>A count with its noun: <c>1 model</c>, <c>2 models</c>.</summary>
    public static string Of(long count, string noun) => $"{Of(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Short(decimal n)
    {
        var (unit, scale) = n switch
        {
            < 999_500 => ("K", 1_000m),
            < 999_500_000 => ("M", 1_000_000m),
            < 999_500_000_000 => ("B", 1_000_000_000m),
            _ => ("T", 1_000_000_000_000m),
        };
        var scaled = n / scale;
        return Text(scaled, scaled < 9.995m ? "0.00" : scaled < 99.95m ? "0.0" : "#,0") + unit;
    }

    private static string Text(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
