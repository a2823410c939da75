using Assay.Analysis.Levers;
using Assay.Analysis.Reporting;
using Assay.Ledgers;
using Assay.Reports;
using Assay.Tests.Replaying;
using Assay.Tests.Support;

namespace Assay.Tests.Proofs;

/// <summary>Reports of ledgers of calls, in which few calls are enough to judge.</summary>
internal static class Proved
{
    public static LeverOptions Few { get; } = new() { MinimumCalls = 4, MinimumUsd = 0 };

    public static async Task<Report> ReportAsync(IEnumerable<string> files, LeverOptions? options = null)
    {
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        foreach (var file in files)
        {
            await Traced.Ingest(ledger, file);
        }

        using var opened = Ledger.Open(ledger, "tests");
        return Of(opened, options);
    }

    public static async Task<Report> OfLinesAsync(IEnumerable<string> lines, LeverOptions? options = null)
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "calls.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return await ReportAsync([file], options);
    }

    public static Report Of(Ledger ledger, LeverOptions? options = null) =>
        new ReportBuilder(ledger, Some.Book, new ReportOptions("report", "0") { Levers = options ?? Few })
            .Build(ledger.Span ?? Some.Window);
}
