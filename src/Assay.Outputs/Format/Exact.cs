using System.Globalization;
using System.Text;
using Assay.Units;

namespace Assay.Outputs.Format;

/// <summary>Numbers, times and words for machines: twelve decimals at most, no trailing zeros, no exponent.</summary>
internal static class Exact
{
    private const string UpToTwelveDecimals = "0.############";

    public static string Number(decimal value)
    {
        var kept = decimal.Round(value, Usd.Decimals, MidpointRounding.ToEven);
        return kept == 0 ? "0" : kept.ToString(UpToTwelveDecimals, CultureInfo.InvariantCulture);
    }

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An enum's name as the contract spells it: <c>PartlyPriced</c> is <c>partly-priced</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
