using Assay.Analysis.Checks;
using Assay.Diagnostics;

namespace Assay.Analysis.Reporting;

/// <summary>Leaves out what is muted, and tells so; a mute that has run out holds nothing and is told too.</summary>
internal sealed class MutedFindings(CheckChoice choice, DateOnly day)
{
    private int held;

    public bool Holds(string finding)
    {
        var holds = choice.MuteOf(finding, day) is not null;
        held += holds ? 1 : 0;
        return holds;
    }

    /// <summary>After all were asked about.</summary>
    public IEnumerable<Diagnostic> Told()
    {
        if (held > 0)
        {
            yield return new(
                Level.Info, "mutes", $"{held} findings are muted and in no total", "see the file of mutes");
        }

        foreach (var mute in choice.Mutes.Where(mute => mute.Until <= day))
        {
            yield return new(
                Level.Warning, mute.Place, $"the mute of {mute.Finding} ended on {mute.Until:yyyy-MM-dd}",
                "mend the finding, or decide again: " + mute.Reason);
        }
    }
}
