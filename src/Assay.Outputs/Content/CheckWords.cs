using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>How a check ended, in words.</summary>
internal static class CheckWords
{
    /// <summary>Nothing was found, and that is not the same as nothing being there.</summary>
    public static string Unknown(CheckRow row) => "unknown, not ok: " + string.Join("; ", row.Unseen);

    public static string Fired(long findings, CheckRow row) =>
        $"{Count.Of(findings, "finding")}: {row.Check.Title}";
}
