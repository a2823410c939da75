using System.CommandLine;
using Assay.Analysis.Reporting;
using Assay.Analysis.Tracking;
using Assay.Analysis.Workloads;
using Assay.Cli.Comparing;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Cli.Commands;

/// <summary><c>assay track</c>: what findings promised beside what later calls show.</summary>
internal sealed class TrackCommand : ICommand
{
    private readonly Argument<string> report = new("REPORT")
    {
        Description = "the report that promised, as JSON: assay report --ledger FILE --format json",
    };

    private readonly Option<string> ledger = new("--ledger")
    {
        Description = "the DuckDB file with the calls of both windows",
        HelpName = "FILE",
        Required = true,
    };

    private readonly FormOption format = new(FormOption.TableOrJson);

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "Hold what a report's findings promised against later calls: was the money saved?";
        var command = new Command("track", about) { report, ledger, format, config };
        time.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = format.Read(parsed);
        var promised = ReportFile.Read(parsed.GetValue(report)!);
        var path = parsed.GetValue(ledger)!;
        var (opened, span) = LedgerFile.Open(path);
        using var closing = opened;
        var before = promised.Window;
        var after = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window
            : span.To > before.To ? new Window(before.To, span.To)
            : throw new AssayException(
                ExitCode.NoResult, $"{path} holds nothing after the report's window, which ends {promised.To}",
                $"ingest later calls: assay ingest PATH --ledger {path}; or give --since and --until");
        var settings = ConfigurationFile.Read(parsed.GetValue(config));
        var book = Prices.Current();
        new WorkloadFinder(opened, book, settings.Owners).RunIfNeeded();
        var options = new ReportOptions("track", ScanRun.Version)
        {
            Levers = settings.Levers,
            Checks = settings.Checks,
        };
        var tracked = new Tracker(opened, book, before, after, options).Track(promised.Promises);
        if (tracked.Count == 0)
        {
            throw new AssayException(
                ExitCode.NoResult, $"{promised.Path} promises nothing", "give a report that has findings");
        }

        if (form == "json")
        {
            TrackText.WriteJson(before, after, tracked);
        }
        else
        {
            ReportFiles.ToStandardOutput(writer => TrackText.Write(before, after, tracked, writer));
        }

        return (int)ExitCode.Done;
    }
}
