using System.CommandLine;
using Assay.Analysis.Pricing;
using Assay.Analysis.Workloads;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay reprice</c>: everything derived in a ledger, made anew.</summary>
internal sealed class RepriceCommand : ICommand
{
    private readonly Option<string> ledger = new("--ledger")
    {
        Description = "the DuckDB file whose line items are made anew",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    public Command Build()
    {
        const string about = "Rebuild all that is derived in a ledger: conversations, workloads, sizes, line items.";
        var command = new Command("reprice", about) { ledger, config };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var owners = ConfigurationFile.Read(parsed.GetValue(config)).Owners;
        var (opened, span) = LedgerFile.Open(parsed.GetValue(ledger)!);
        using var closing = opened;
        var book = Prices.Current();
        new WorkloadFinder(opened, book, owners).Run();
        new LedgerPricing(opened, book, owners).Run(span);
        Console.Out.WriteLine($"priced with book {book.Digest[..12]}, checked {book.Checked:yyyy-MM-dd}");
        return (int)ExitCode.Done;
    }
}
