using System.CommandLine;
using Assay.Cli.Running;

namespace Assay.Cli.Commands;

/// <summary><c>assay report</c>: the report of a ledger that a scan has written.</summary>
internal sealed class ReportCommand : ICommand
{
    public Command Build()
    {
        const string about = "The report of a ledger with today's price book, all of it unless --since says otherwise.";
        var command = new Command("report", about);
        var report = new LedgerReport("report");
        report.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult((int)report.Run(parsed)));
        return command;
    }
}
