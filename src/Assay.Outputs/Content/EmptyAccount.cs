using Assay.Diagnostics;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What to say where nothing ran: what was looked at, and what to check before believing it.</summary>
internal static class EmptyAccount
{
    private static readonly string[] Ledger =
    [
        "ledger: assay ingest or assay scan --ledger puts usage into the file that --ledger names",
        "window: without --since and --until the report covers all that the ledger holds",
    ];

    private static readonly string[] Account =
    [
        "Region: calls are counted in the Region they are sent to; --region all looks everywhere",
        "window: --since 30d looks further back",
        "account: --profile or --role picks another one; the calls may be made from it",
    ];

    public static bool Is(Report report) => report.Models.Count == 0;

    public static IReadOnlyList<string> Words(Report report)
    {
        var coverage = report.Coverage;
        return
        [
            $"No Bedrock usage was found in {When.Length(report.Window)} ({When.Of(report.Window)}).",
            $"Looked at {List("account", coverage.Accounts)} in {List("Region", coverage.Regions)}. "
                + $"Read in full: {CoverageSheet.Complete(report)}.",
        ];
    }

    public static IReadOnlyList<string> Checks(Report report) =>
    [
        .. report.Provenance.Command == "report" ? Ledger : Account,
        .. Unread(report),
    ];

    private static IEnumerable<string> Unread(Report report)
    {
        var unread = report.Coverage.Sources.Count(source => source.Status != ReadStatus.Complete);
        return unread == 0 ? [] : [$"permissions: {Count.Of(unread, "source")} could not be read in full, see below"];
    }

    private static string List(string noun, IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"no {noun}",
        1 => $"{noun} {names[0]}",
        <= 4 => $"{noun}s {string.Join(", ", names)}",
        _ => $"{Count.Of(names.Count, noun)}",
    };
}
