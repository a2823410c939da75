using System.CommandLine;
using Assay.Cli.Hosting;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>The report of a ledger, for every verb that reads one: options and run.</summary>
/// <param name="verb">What the report says it is from.</param>
internal sealed class LedgerReport(string verb)
{
    private readonly ReportingOptions reporting = new();

    private readonly TimeOptions time = new();

    public void AddTo(Command command)
    {
        time.AddTo(command);
        reporting.AddTo(command, withLedger: true);
    }

    public ExitCode Run(ParseResult parsed)
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
        return new ScanRun(settings, verb).Report(ledger, window);
    }
}
