using System.Threading.Channels;
using Assay.Analysis.Pricing;
using Assay.Analysis.Reporting;
using Assay.Analysis.Workloads;
using Assay.Aws;
using Assay.Calls;
using Assay.Cli.Hosting;
using Assay.Cli.Ingesting;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Reports;
using Assay.Sources.Shapes;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Cli.Running;

/// <summary>The one path: AWS or a recording → facts → ledger → prices → report → outputs.</summary>
internal sealed class ScanRun(Settings settings, string command)
{
    private const int FactsInFlight = 256;

    /// <summary>The program and its version, as ledgers and recordings name them.</summary>
    public static string CreatedBy => "assay " + Version;

    public static string Version =>
        typeof(ScanRun).Assembly.GetName().Version is { } version ? version.ToString(3) : "0.0.0";

    /// <param name="recording">Answers in place of AWS; null asks AWS.</param>
    public async Task<ExitCode> ScanAsync(ScanRequest request, Recording? recording, CancellationToken cancel)
    {
        // The price book is read while the network is waited for.
        var book = Task.Run(Book, cancel);
        using var ledger = settings.Ledger is { } path ? Ledger.Open(path, CreatedBy) : Ledger.InMemory(CreatedBy);
        var receipt = await FillAsync(ledger, new Scanner(Version, recording), request, cancel);
        var exit = Report(ledger, request.Window, await book);
        if (!settings.Quiet && (recording is null || settings.Format?.Name != "table"))
        {
            ReceiptText.Write(receipt, Console.Error, settings.Output.Verbose);
        }

        return exit;
    }

    /// <summary>
    /// Sources that say what there is to read, or ask more of what was found: whole where nothing was.
    /// </summary>
    private static readonly string[] Beside =
    [
        "account", "organization", "regions", "tags", "cloudwatch-previous-window", "cloudwatch-percentiles",
        "cloudwatch-demand",
    ];

    public async Task<ExitCode> ReplayAsync(Func<Recording> open, CancellationToken cancel)
    {
        using var recording = open();
        return await ScanAsync(recording.Request, recording, cancel);
    }

    /// <summary>The report of a bundled account.</summary>
    public async Task<ExitCode> ReplayAsync(string scenario, CancellationToken cancel)
    {
        if (Scenarios.Calls(scenario) is not { Count: > 0 } files)
        {
            return await ReplayAsync(() => Recording.Open(Scenarios.Open(scenario)), cancel);
        }

        using var ledger = settings.Ledger is { } path ? Ledger.Open(path, CreatedBy) : Ledger.InMemory(CreatedBy);
        return Report(ledger, await FillAsync(ledger, files, cancel));
    }

    /// <summary>Every finding of a bundled account, explained.</summary>
    public async Task<IReadOnlyList<Explanation>> ExplainAsync(string scenario, CancellationToken cancel)
    {
        using var ledger = Ledger.InMemory(CreatedBy);
        if (Scenarios.Calls(scenario) is { Count: > 0 } files)
        {
            return Explain(ledger, await FillAsync(ledger, files, cancel));
        }

        using var recording = Recording.Open(Scenarios.Open(scenario));
        await FillAsync(ledger, new Scanner(Version, recording), recording.Request, cancel);
        return Explain(ledger, recording.Request.Window);
    }

    /// <summary>Takes in bundled logs; their texts are public, so the key that hashes them need be no secret.</summary>
    private async Task<Window> FillAsync(Ledger ledger, IReadOnlyList<CallFile> files, CancellationToken cancel)
    {
        var request = new IngestRequest("", files, null, Environment.ProcessorCount, false, false);
        await new IngestRun(request, new HashKey(new byte[HashKey.Length]), settings.Configuration.Owners)
            .RunAsync(ledger, Book(), null, cancel);
        return ledger.Span ?? throw new InvalidOperationException("bundled logs hold calls");
    }

    /// <summary>Every finding of a window of a ledger, explained.</summary>
    public IReadOnlyList<Explanation> Explain(Ledger ledger, Window window) =>
        Priced(ledger, window, Book()).Explain(window);

    /// <summary>Prices a ledger and reports a window of it.</summary>
    public ExitCode Report(Ledger ledger, Window window) => Report(ledger, window, Book());

    /// <summary>A bundled account has the bundled prices: the demo is the same on every machine.</summary>
    private PriceBook Book() => command == "demo" ? Prices.Bundled() : Prices.Current();

    private static async Task<ScanReceipt> FillAsync(
        Ledger ledger, Scanner scanner, ScanRequest request, CancellationToken cancel)
    {
        var facts = Channel.CreateBounded<Fact>(new BoundedChannelOptions(FactsInFlight) { SingleReader = true });
        var writer = ledger.Write();
        var reading = Task.Run(() => scanner.ReadAsync(request, facts.Writer, cancel), cancel);
        await foreach (var fact in facts.Reader.ReadAllAsync(cancel))
        {
            writer.Append(fact);
        }

        var receipt = await reading;
        writer.Commit(
            new Reading(request.Window, request.Now, CreatedBy, (int)receipt.ApiCalls, receipt.ApiCost.Amount),
            receipt.Accounts.ToDictionary(account => account.Id, account => account.Name));
        return receipt;
    }

    private ExitCode Report(Ledger ledger, Window window, PriceBook book)
    {
        var report = Priced(ledger, window, book).Build(window);
        ReportFiles.Write(report, settings);
        return ExitOf(report);
    }

    private ReportBuilder Priced(Ledger ledger, Window window, PriceBook book)
    {
        new WorkloadFinder(ledger, book, settings.Configuration.Owners).RunIfNeeded();
        new LedgerPricing(ledger, book, settings.Configuration.Owners).Run(window);
        var options = new ReportOptions(command, Version)
        {
            Ledger = settings.Ledger,
            Levers = settings.Configuration.Levers,
            Checks = settings.Configuration.Checks,
        };
        return new ReportBuilder(ledger, book, options);
    }

    /// <summary>No result, then findings, then partial, then done (report contract).</summary>
    private ExitCode ExitOf(Report report)
    {
        var read = report.Coverage.Sources.Where(each => !Beside.Contains(each.Source)).ToList();
        if (read.Count > 0 && read.TrueForAll(each => each.Status == ReadStatus.Absent))
        {
            return ExitCode.NoResult;
        }

        var partial = report.Coverage.Sources.Any(each => each.Status != ReadStatus.Complete)
            || report.Diagnostics.Any(each => each.Level == Level.Error);
        var failing = settings.FailOn is { } from && report.Findings.Any(finding => finding.Severity >= from);
        return failing ? ExitCode.Findings
            : partial ? ExitCode.Partial
            : ExitCode.Done;
    }
}
