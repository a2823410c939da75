using Assay.Reports;

namespace Assay.Outputs.Content;

/// <summary>
/// Cost by day as a row of bars from zero. Days that the window cuts are left out: they only look cheap.
/// </summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Fewest = 3;
    private const int Most = 31;

    /// <summary>Null where there are too few whole days to see anything, or too many to fit.</summary>
    public static string? Of(Report report)
    {
        var days = report.Series
            .Where(row => row.Ts >= report.Window.From && row.Ts.AddDays(1) <= report.Window.To)
            .GroupBy(row => row.Ts.UtcDateTime.Date)
            .ToDictionary(day => day.Key, day => day.Sum(row => row.CostUsd?.Amount ?? 0));
        if (days.Count == 0 || days.Values.Max() is var largest && largest <= 0)
        {
            return null;
        }

        var (first, last) = (days.Keys.Min(), days.Keys.Max());
        var length = (last - first).Days + 1;
        var each = Enumerable.Range(0, length).Select(i => days.GetValueOrDefault(first.AddDays(i)));
        return length is < Fewest or > Most ? null : string.Concat(each.Select(cost => Bar(cost / largest)));
    }

    private static char Bar(decimal share) => Bars[(int)Math.Round(Math.Max(0, share) * (Bars.Length - 1))];
}
