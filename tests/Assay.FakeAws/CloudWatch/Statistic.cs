using System.Globalization;

namespace Assay.FakeAws.CloudWatch;

/// <summary>One statistic of a series: a name that CloudWatch knows, and how it is answered.</summary>
internal static class Statistic
{
    private static readonly string[] Simple = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    public static bool IsSimple(string name) => Simple.Contains(name);

    public static bool IsPercentile(string name) =>
        name.Length is > 1 and < 15 && name[0] == 'p'
        && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var p)
        && p is > 0 and <= 100;

    /// <summary>The answer for one window; null when the fake was not told, as for a percentile of sums.</summary>
    public static double? Value(
        string name, Window window, IReadOnlyDictionary<string, double> constants) => name switch
        {
            "Sum" => window.Sum,
            "SampleCount" => window.Samples,
            "Average" => window.Samples == 0 ? null : window.Sum / window.Samples,
            "Minimum" => constants.TryGetValue("min", out var least) ? least : Finite(window.Minimum),
            "Maximum" => constants.TryGetValue("max", out var most) ? most : Finite(window.Maximum),
            _ => constants.TryGetValue(name, out var percentile) ? percentile : null,
        };

    // A window whose samples are all counted as 0 has neither a least nor a greatest one.
    private static double? Finite(double value) => double.IsInfinity(value) ? null : value;
}
