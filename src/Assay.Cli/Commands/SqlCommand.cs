using System.CommandLine;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Ledgers;

namespace Assay.Cli.Commands;

/// <summary><c>assay sql</c>: a question to the ledger.</summary>
internal sealed class SqlCommand : ICommand
{
    private readonly Argument<string> query = new("QUERY") { Description = "one query in DuckDB's SQL" };

    private readonly Option<string> ledger = new("--ledger")
    {
        Description = "the DuckDB file to ask",
        HelpName = "FILE",
        Required = true,
    };

    private readonly FormOption format = new(SqlOutput.Forms);

    public Command Build()
    {
        const string about = "Ask the ledger a query: read-only, with no other file, network or extension in reach.";
        var command = new Command("sql", about) { query, ledger, format };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var form = format.Read(parsed);

        var path = parsed.GetValue(ledger)!;
        LedgerFile.MustExist(path);
        using var opened = LedgerQuery.Open(path, ScanRun.CreatedBy);
        SqlOutput.Write(opened, parsed.GetValue(query)!, form, cancel);
        return (int)ExitCode.Done;
    }
}
