using Assay.Findings;
using Assay.Outputs.Format;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What a finding saves, in words: dollars a month, the range, how sure, and from when.</summary>
internal static class SavingWords
{
    /// <summary>
    /// <c>$1,234 a month ($800 to $1,500, measured)</c>: what is left to save after the findings before it. What a
    /// commitment holds back is told as it will be, from its day on; what a setting must allow, as it would be.
    /// </summary>
    public static string InSequence(Saving saving)
    {
        var range = saving.IsCounted ? saving.InSequence : saving.Standalone;
        var from = saving.AvailableFrom is { } time ? $" from {When.Day(time)}"
            : saving.Needs is { } setting ? $" if {setting}" : "";
        var around = Money.Around(range) is { } text ? text + ", " : "";
        return $"{Money.Of(range.Expected)} a month{from} ({around}{Exact.Word(saving.Evidence)})";
    }

    /// <summary>The dollars that a check without a saving is about.</summary>
    public static string Concerned(Usd usd) => $"{Money.Of(usd)} a month runs through this; no saving is claimed";

    /// <summary>
    /// What else there is to know: that it is in no total yet, or what it is taken alone; otherwise null.
    /// </summary>
    public static string? Alone(Saving saving) =>
        saving.AvailableFrom is not null ? "in no total until then"
        : saving.Needs is { } setting ? $"in no total, because assay.yaml does not say {setting}"
        : Money.Of(saving.Standalone.Expected) == Money.Of(saving.InSequence.Expected) ? null
        : $"{Money.Of(saving.Standalone.Expected)} taken alone";
}
