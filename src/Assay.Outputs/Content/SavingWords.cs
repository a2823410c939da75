using Assay.Findings;
using Assay.Outputs.Format;

namespace Assay.Outputs.Content;

/// <summary>What a finding saves, in words: dollars a month, the range, how sure, and from when.</summary>
internal static class SavingWords
{
    /// <summary>
    /// <c>$1,234 a month ($800 to $1,500, measured)</c>: what is left to save after the findings before it.
    /// </summary>
    public static string InSequence(Saving saving) => Words(saving.InSequence, saving);

    /// <summary>The saving taken alone, where that is not what it adds to the others; otherwise null.</summary>
    public static string? Alone(Saving saving) =>
        Money.Of(saving.Standalone.Expected) == Money.Of(saving.InSequence.Expected)
            ? null
            : $"{Money.Of(saving.Standalone.Expected)} taken alone";

    private static string Words(Units.UsdRange range, Saving saving)
    {
        var from = saving.AvailableFrom is { } time ? $" from {When.Day(time)}" : "";
        var around = Money.Around(range) is { } text ? text + ", " : "";
        return $"{Money.Of(range.Expected)} a month{from} ({around}{Exact.Word(saving.Evidence)})";
    }
}
