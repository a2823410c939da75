using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Analysis.Simulation.Capacity;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Outputs;

namespace Assay.Cli.Commands;

/// <summary><c>assay capacity</c>: what capacity of every size would cost for a demand.</summary>
internal sealed class CapacityCommand : ICommand
{
    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "the DuckDB file whose calls are the demand, minute by minute",
        HelpName = "FILE",
    };

    private readonly Option<string?> demand = new("--demand")
    {
        Description = "a CSV file that is the demand: ts,amount rows of equal windows",
        HelpName = "CSV",
    };

    private readonly Option<string> kind = new("--kind")
    {
        Description = "reserved or provisioned",
        DefaultValueFactory = _ => "reserved",
        HelpName = "KIND",
        CompletionSources = { _ => CapacityRequest.Kinds.Select(each => new CompletionItem(each)) },
    };

    private readonly Option<decimal?> discount = new("--discount")
    {
        Description = "price of capacity: so much below the list price, 0.10 is 10 %",
        HelpName = "SHARE",
    };

    private readonly Option<decimal?> unitPrice = new("--unit-price")
    {
        Description = "price of capacity: US dollars of one unit for an hour",
        HelpName = "USD",
    };

    private readonly Option<decimal?> unitCapacity = new("--unit-capacity")
    {
        Description = "demand that one unit serves in one window",
        HelpName = "N",
    };

    private readonly Option<decimal?> listPrice = new("--list-price")
    {
        Description = "US dollars of a million of the demand, on demand (default: as the ledger's calls cost)",
        HelpName = "USD",
    };

    private readonly Option<string?> model = new("--model")
    {
        Description = "of the ledger's calls, those of this model",
        HelpName = "ID",
    };

    private readonly FormOption format = new(CapacityForms.All);

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "Weigh reserved or provisioned capacity of every size against on-demand calls.";
        var command = new Command("capacity", about)
        {
            ledger, demand, kind, discount, unitPrice, unitCapacity, listPrice, model, format, noColor,
        };
        time.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = format.Read(parsed);
        var request = new CapacityRequest(
            FormOption.Known(parsed.GetValue(kind)!, "kind of capacity", CapacityRequest.Kinds),
            parsed.GetValue(discount),
            parsed.GetValue(unitPrice),
            parsed.GetValue(unitCapacity),
            parsed.GetValue(listPrice));
        if (request.Discount is < 0 or > 1 || request.UnitPrice < 0 || request.ListPrice <= 0)
        {
            throw new AssayException(
                ExitCode.Usage, "a discount is from 0 to 1, and prices are above 0", "10 % off is --discount 0.10");
        }

        var (wanted, cost) = Demand(parsed, request.Kind);
        var (offer, assumptions) = request.Offer(wanted, cost);
        var report = new CapacitySizer(wanted, offer).Run(assumptions);
        var options = new OutputOptions
        {
            Width = Screen.Width(),
            Color = !parsed.GetValue(noColor) && Screen.HasColor(),
        };
        ReportFiles.ToStandardOutput(writer => CapacityForms.Write(report, form, writer, options));
        return (int)ExitCode.Done;
    }

    private (CapacityDemand Demand, decimal? ListPrice) Demand(ParseResult parsed, string kindOfCapacity)
    {
        switch (parsed.GetValue(ledger), parsed.GetValue(demand))
        {
            case (null, { } csv):
                return (DemandFile.Read(csv), null);
            case ({ } path, null):
                var (opened, span) = LedgerFile.Open(path);
                using (opened)
                {
                    var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
                    return LedgerDemand.Of(opened, Prices.Current(), window, kindOfCapacity, parsed.GetValue(model));
                }

            default:
                throw new AssayException(
                    ExitCode.Usage,
                    "demand is of one ledger or of one CSV file",
                    "add --ledger FILE or --demand CSV");
        }
    }
}
