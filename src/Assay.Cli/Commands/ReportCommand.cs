using System.CommandLine;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay report</c>: the report of a ledger that a scan has written.</summary>
internal sealed class ReportCommand : ICommand
{
    private readonly ReportingOptions reporting = new();

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "The report of a ledger with today's price book, all of it unless --since says otherwise.";
        var command = new Command("report", about);
        time.AddTo(command);
        reporting.AddTo(command, withLedger: true);
        command.SetAction((parsed, _) => Task.FromResult((int)Run(parsed)));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var settings = reporting.Read(parsed);
        if (settings.Ledger is not { } path)
        {
            throw new AssayException(
                ExitCode.Usage,
                "no ledger was named",
                "add --ledger FILE, as given to assay scan");
        }

        var (ledger, span) = LedgerFile.Open(path);
        using var opened = ledger;
        var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
        return new ScanRun(settings, "report").Report(ledger, window);
    }
}
