using System.Globalization;
using Assay.Units;

namespace Assay.Outputs.Format;

/// <summary>Shares for people.</summary>
internal static class Percent
{
    public const string None = "–";

    public static string Of(Share? share) => share is { } s ? Of(s.Value) : None;

    public static string Of(decimal share)
    {
        var size = Math.Abs(share);
        var sign = share < 0 ? "-" : "";
        return size switch
        {
            0 => "0%",
            < 0.001m => sign + "<0.1%",
            < 0.0095m => sign + (size * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
            > 0.995m and < 1 => sign + ">99%",
            _ => sign + (size * 100).ToString("#,0", CultureInfo.InvariantCulture) + "%",
        };
    }

    /// <summary>Whole percents of the parts that sum to 100, by largest remainder.</summary>
    public static IReadOnlyList<int> Parts(IReadOnlyList<Usd> parts)
    {
        var total = parts.Sum(part => part.Amount);
        if (total <= 0)
        {
            return [.. parts.Select(_ => 0)];
        }

        var exact = parts.Select(part => part.Amount * 100 / total).ToList();
        var whole = exact.Select(share => (int)Math.Floor(share)).ToList();
        var byRemainder = Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - whole[i]);
        foreach (var i in byRemainder.Take(100 - whole.Sum()))
        {
            whole[i]++;
        }

        return whole;
    }
}
