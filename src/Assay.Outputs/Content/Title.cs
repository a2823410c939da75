using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What the report is of.</summary>
internal static class Title
{
    public static string Of(Report report) =>
        $"{report.Provenance.Command} · {When.Of(report.Window)} ({When.Length(report.Window)})"
        + $" · {Count.Of(report.Coverage.Accounts.Count, "account")}"
        + $", {Count.Of(report.Coverage.Regions.Count, "Region")}";
}
